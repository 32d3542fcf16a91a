"""Pages of a signed-in job seeker that read interviews."""

from __future__ import annotations

from django.urls import path

from interviews.views.seeker import mine

urlpatterns = [
    path("me/applications/", mine.index, name="my_applications"),
    path("me/interviews/<uuid:uid>/", mine.interview, name="my_interview"),
    path("jobs/<uuid:uid>/interview/", mine.start, name="start"),
]
