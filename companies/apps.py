"""The companies app."""

from __future__ import annotations

from django.apps import AppConfig


class CompaniesConfig(AppConfig):
    """Companies, their people, both kinds of job, applications."""

    name = "companies"
    verbose_name = "Companies"

    def ready(self) -> None:
        """Register who makes events of facts, and who finds deliveries that were lost."""
        from companies.services import deliveries, webhooks  # noqa: F401
