"""Addresses of the profile and of its owner's data."""

from __future__ import annotations

from django.urls import path

from seekers.views import entries, files, phone, profile

urlpatterns = [
    path("me/profile/", profile.page, name="profile"),
    path("me/phone/", phone.page, name="phone"),
    path("me/profile/preview/", profile.preview, name="profile_preview"),
    path("me/profile/photo/", files.photo, name="profile_photo"),
    path("me/profile/photo/file/", files.photo_file, name="profile_photo_file"),
    path("me/profile/resume/", files.resume, name="profile_resume"),
    path("me/profile/resume/file/", files.resume_file, name="profile_resume_file"),
    path("me/profile/part/<slug:block>/", profile.block, name="profile_block"),
    path("me/profile/list/<slug:section>/", entries.new, name="profile_entry_new"),
    path("me/profile/list/<slug:section>/<uuid:uid>/", entries.edit, name="profile_entry"),
    path("me/profile/list/<slug:section>/<uuid:uid>/act/", entries.act, name="profile_entry_act"),
]
