"""Background tasks of EduDiagno tests: a few lines around one service each."""

from __future__ import annotations

from interviewer import background


@background.task
def end_attempt(attempt_id: int) -> None:
    """End an attempt whose time is up."""
    from edudiagno.services import attempts

    attempts.end_if_due(attempt_id=attempt_id)


@background.task
def score_attempt(attempt_id: int) -> None:
    """Score an attempt that was handed in."""
    from edudiagno.services import scoring

    scoring.run(attempt_id=attempt_id)


@background.task
def write_down(response_id: int) -> None:
    """Have a recorded answer written down."""
    from edudiagno.services import videos

    videos.write_down(response_id=response_id)


@background.task
def print_certificate(certificate_id: int) -> None:
    """Make the PDF of a certificate."""
    from edudiagno.services import certificates

    certificates.print_pdf(certificate_id=certificate_id)


@background.task
def compare_test_programs(question_id: int) -> None:
    """Compare the programs for a problem of a test."""
    from edudiagno.services import coding

    coding.compare(question_id=question_id)
