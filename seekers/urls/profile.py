"""Addresses of the profile and of its owner's data."""

from __future__ import annotations

from django.urls import path

from seekers.views import data, entries, files, filling, phone, profile

urlpatterns = [
    path("me/profile/", profile.page, name="profile"),
    path("me/phone/", phone.page, name="phone"),
    path("me/profile/fill/", filling.choose, name="fill"),
    path("me/profile/fill/<uuid:uid>/", filling.review, name="fill_review"),
    path("me/profile/fill/proposal/<uuid:uid>/", filling.decide, name="fill_decide"),
    path("me/profile/preview/", profile.preview, name="profile_preview"),
    path("me/profile/photo/", files.photo, name="profile_photo"),
    path("me/profile/photo/file/", files.photo_file, name="profile_photo_file"),
    path("me/profile/resume/", files.resume, name="profile_resume"),
    path("me/profile/resume/file/", files.resume_file, name="profile_resume_file"),
    path("me/profile/part/<slug:block>/", profile.block, name="profile_block"),
    path("me/profile/list/<slug:section>/", entries.new, name="profile_entry_new"),
    path("me/profile/list/<slug:section>/<uuid:uid>/", entries.edit, name="profile_entry"),
    path("me/profile/list/<slug:section>/<uuid:uid>/act/", entries.act, name="profile_entry_act"),
    path("me/profile/resume.json", data.json_resume, name="export"),
    path("me/data/", data.page, name="data"),
    path("me/data/ask/", data.ask, name="data_ask"),
    path("me/data/file/<uuid:uid>/", data.file, name="data_file"),
    path("me/data/delete/", data.erase, name="erase"),
]
