"""The API app."""

from __future__ import annotations

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """Problem details, health and the schema."""

    name = "interviewer.api"
    label = "api"
    verbose_name = "API"
