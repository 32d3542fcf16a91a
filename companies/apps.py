"""The companies app."""

from __future__ import annotations

from django.apps import AppConfig


class CompaniesConfig(AppConfig):
    """Companies, their people, both kinds of job, applications."""

    name = "companies"
    verbose_name = "Companies"
