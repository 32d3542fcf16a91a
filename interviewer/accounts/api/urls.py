"""Addresses for signing in."""

from __future__ import annotations

from django.urls import path

from interviewer.accounts.api import views

urlpatterns = [
    path("auth/sessions/", views.Sessions.as_view(), name="sessions"),
    path("auth/sessions/<uuid:uid>/", views.Session.as_view(), name="session"),
    path("auth/refreshes/", views.Refreshes.as_view(), name="refreshes"),
    path("auth/me/", views.Me.as_view(), name="me"),
]
