"""Pages of the companies app."""

from __future__ import annotations

from django.urls import URLPattern

app_name = "companies"
urlpatterns: list[URLPattern] = []
