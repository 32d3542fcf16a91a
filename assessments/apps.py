"""The assessments app."""

from __future__ import annotations

from django.apps import AppConfig


class AssessmentsConfig(AppConfig):
    """Question banks, marking, submissions and the judge."""

    name = "assessments"
    verbose_name = "Assessments"

    def ready(self) -> None:
        """Register what finds forgotten submissions."""
        from assessments.services import references, submissions  # noqa: F401
