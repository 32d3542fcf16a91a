"""The assessments app."""

from __future__ import annotations

from django.apps import AppConfig


class AssessmentsConfig(AppConfig):
    """Question banks, marking, submissions and the judge."""

    name = "assessments"
    verbose_name = "Assessments"
