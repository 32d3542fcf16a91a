"""The edudiagno app."""

from __future__ import annotations

from django.apps import AppConfig


class EdudiagnoConfig(AppConfig):
    """EduDiagno tests and attempts."""

    name = "edudiagno"
    verbose_name = "EduDiagno tests"

    def ready(self) -> None:
        """Register what is held of job seekers."""
        from edudiagno import contributions  # noqa: F401
