"""The web app: what every page stands on."""

from __future__ import annotations

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Middleware, error pages, components and start-up checks."""

    name = "interviewer.web"
    label = "web"
    verbose_name = "Web"

    def ready(self) -> None:
        """Register the system checks and what finds forgotten mail."""
        from interviewer import checks  # noqa: F401
        from interviewer.integrations import mail  # noqa: F401
