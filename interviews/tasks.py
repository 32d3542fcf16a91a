"""Background tasks of the interviews app: a few lines around one service each."""

from __future__ import annotations

from interviewer import background


@background.task
def score(interview_id: int) -> None:
    """Score a handed-in interview and write its report."""
    from interviews.services import scoring

    scoring.run(interview_id=interview_id)
