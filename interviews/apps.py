"""The interviews app."""

from __future__ import annotations

from django.apps import AppConfig


class InterviewsConfig(AppConfig):
    """The interview: invitation, stages, conversation, scoring, report."""

    name = "interviews"
    verbose_name = "Interviews"

    def ready(self) -> None:
        """Register what finds stuck work, who makes good for an outage, and what is held of job seekers."""
        from interviews import contributions  # noqa: F401
        from interviews.services import (  # noqa: F401
            bulk,
            conversation,
            invitation_batches,
            matching,
            outages,
            planning,
            recordings,
            reminders,
            resumes,
            scoring,
            stages,
            transcripts,
        )
