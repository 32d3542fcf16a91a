"""Background tasks of the assessments app: a few lines around one service each."""

from __future__ import annotations

from interviewer import background


@background.task
def judge(submission_id: int, kind: str = "interview") -> None:
    """Judge a submission of an interview or of another kind of sitting."""
    from assessments.services import judging

    judging.judge(submission_id=submission_id, kind=kind)


@background.task
def compare_programs(question_id: int) -> None:
    """Compare the candidates' programs for a problem."""
    from assessments.services import pairs

    pairs.compare(question_id=question_id)


@background.task
def judge_reference(kind: str, reference_id: int) -> None:
    """Judge a reference solution of a job's problem or of the pool's."""
    from assessments.services import references

    references.judge(kind=kind, reference_id=reference_id)
