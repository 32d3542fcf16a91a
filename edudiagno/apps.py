"""The edudiagno app."""

from __future__ import annotations

from django.apps import AppConfig


class EdudiagnoConfig(AppConfig):
    """EduDiagno tests and attempts."""

    name = "edudiagno"
    verbose_name = "EduDiagno tests"

    def ready(self) -> None:
        """Register what finds stuck work and what is held of job seekers; tell the judge of the programs of tests."""
        from assessments.services import references
        from edudiagno import contributions  # noqa: F401
        from edudiagno.models import EduDiagnoReferenceSolution
        from edudiagno.services import attempts, certificates, coding, scoring, videos  # noqa: F401

        coding.register()
        references.KINDS["test"] = EduDiagnoReferenceSolution
