"""The interviews app."""

from __future__ import annotations

from django.apps import AppConfig


class InterviewsConfig(AppConfig):
    """The interview: invitation, stages, conversation, scoring, report."""

    name = "interviews"
    verbose_name = "Interviews"

    def ready(self) -> None:
        """Register what finds stuck work, and who makes good for an outage."""
        from interviews.services import (  # noqa: F401
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
