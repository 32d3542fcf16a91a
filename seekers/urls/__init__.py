"""Pages of job seekers: their account, their profile, the job board; in the namespace of interviews.urls.seeker."""

from __future__ import annotations

from django.urls import path

from seekers.urls import board, profile
from seekers.views import account, applying

urlpatterns = [
    path("join/", account.register, name="register"),
    path("start/", account.start, name="start"),
    path("me/", account.home, name="home"),
    *profile.urlpatterns,
    path("me/applications/<uuid:uid>/", applying.application, name="application"),
    path("me/applications/<uuid:uid>/resume/", applying.resume, name="application_resume"),
    path("me/applications/<uuid:uid>/withdraw/", applying.withdraw, name="withdraw"),
    path("jobs/<uuid:uid>/apply/", applying.apply, name="apply"),
    *board.urlpatterns,
]
