"""Pages of job seekers: their account, their profile, the job board."""

from __future__ import annotations

from django.urls import path

from seekers.urls import board
from seekers.views import account

app_name = "seekers"
urlpatterns = [
    path("join/", account.register, name="register"),
    path("start/", account.start, name="start"),
    path("me/", account.home, name="home"),
    *board.urlpatterns,
]
