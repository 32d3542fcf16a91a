"""Background tasks of the interviews app: a few lines around one service each."""

from __future__ import annotations

from interviewer import background


@background.task
def score(interview_id: int) -> None:
    """Score a handed-in interview and write its report."""
    from interviews.services import scoring

    scoring.run(interview_id=interview_id)


@background.task
def evaluate_again(evaluation_id: int) -> None:
    """Carry out a scoring that a recruiter asked for."""
    from interviews.services import scoring

    scoring.run_again(evaluation_id=evaluation_id)


@background.task
def render_report(interview_id: int) -> None:
    """Make the PDF of a report."""
    from interviews.services import reports

    reports.render(interview_id=interview_id)
