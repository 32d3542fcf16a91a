"""The candidate's own feedback, read from the report and the levels that count."""

from __future__ import annotations

from interviews.enums import EvaluationStatus, InterviewStatus
from interviews.feedback import Feedback, FeedbackItem, in_words
from interviews.models import CompetencyScore, Interview
from interviews.services.stages import plan_of


def feedback_of(interview: Interview) -> Feedback | None:
    """What the candidate may read; None while the interview is not scored or where the job does not share feedback.

    Reports that were written before feedback had parts are shown as the text they are.
    """
    if interview.status != InterviewStatus.COMPLETED or not plan_of(interview).share_feedback:
        return None
    kept = interview.report.get("feedback") if isinstance(interview.report, dict) else None
    if not isinstance(kept, dict):
        text = interview.candidate_feedback
        return Feedback(text, (), "") if text else None
    levels = _levels(interview)
    items = tuple(
        FeedbackItem(item["name"], in_words(levels.get(item["key"])), item["strength"], item["next_step"])
        for item in kept.get("competencies", [])
    )
    return Feedback(kept.get("opening", ""), items, kept.get("closing", ""))


def _levels(interview: Interview) -> dict[str, int | None]:
    done = interview.evaluations.filter(status=EvaluationStatus.DONE).order_by("-id").values("pk")[:1]
    rows = CompetencyScore.objects.filter(evaluation__in=done).select_related("competency")
    return {row.competency.key: row.counted_level for row in rows}
