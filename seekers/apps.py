"""The seekers app."""

from __future__ import annotations

from django.apps import AppConfig


class SeekersConfig(AppConfig):
    """Job seekers and their profiles."""

    name = "seekers"
    verbose_name = "Job seekers"

    def ready(self) -> None:
        """Register what finds stuck work."""
        from seekers.services import downloads, readings  # noqa: F401
