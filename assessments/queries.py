"""Reads over questions, responses and submissions."""

from __future__ import annotations

from typing import Any

from assessments.enums import SubmissionKind, SubmissionStatus
from assessments.models import DSAQuestion


def coding_score(*, interview: Any) -> float | None:
    """The mean of a candidate's scores over the job's problems, 0 to 100; a problem without a submission
    counts 0. None when nothing could be judged: that is our failure, never the candidate's."""
    problems = DSAQuestion.objects.for_job(interview.job).filter(approved=True).values_list("pk", flat=True)
    scores = dict(interview.dsa_responses.values_list("question_id", "score"))
    failed = interview.submissions.filter(kind=SubmissionKind.SUBMIT, status=SubmissionStatus.FAILED)
    unjudged = set(failed.values_list("question_id", flat=True)) - set(scores)
    counted = [float(scores.get(pk, 0)) for pk in problems if pk not in unjudged]
    return round(sum(counted) / len(counted), 2) if counted else None
