"""The interviews app."""

from __future__ import annotations

from django.apps import AppConfig


class InterviewsConfig(AppConfig):
    """The interview: invitation, stages, conversation, scoring, report."""

    name = "interviews"
    verbose_name = "Interviews"

    def ready(self) -> None:
        """Register what finds stuck work."""
<<<<<<< HEAD
        from interviews.services import scoring, stages  # noqa: F401
=======
        from interviews.services import (  # noqa: F401
            conversation,
            planning,
            recordings,
            stages,
            transcripts,
        )
>>>>>>> talk
