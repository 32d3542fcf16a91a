"""Pages of job seekers: those that read interviews, and all of the seekers app's, in one namespace."""

from __future__ import annotations

from django.urls import include, path

from interviews.views.seeker import mine

app_name = "seekers"
urlpatterns = [
    path("me/applications/", mine.index, name="applications"),
    path("me/interviews/<uuid:uid>/", mine.interview, name="interview"),
    path("jobs/<uuid:uid>/interview/", mine.start, name="interview_start"),
    path("", include("seekers.urls")),
]
