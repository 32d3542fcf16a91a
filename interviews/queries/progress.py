"""What a waiting page shows: where the background work of an interview is, and when the page must be drawn anew."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from interviews.enums import EvaluationStatus, InterviewStatus, Stage
from interviews.models import Interview
from interviews.services import matching, resumes, scoring, stages


def version(interview: Interview) -> str:
    """Changes whenever the waiting page has to be drawn anew."""
    if interview.status in {InterviewStatus.SCORING, InterviewStatus.COMPLETED}:
        return f"{interview.status} {' '.join(step.state for step in scoring_steps(interview))}"
    stage = stages.current(interview)
    detail = ""
    if stage == Stage.RESUME:
        detail = resumes.step(interview)
    elif stage == Stage.MATCH:
        detail = "ready" if matching.is_ready(interview) else "waiting"
    return f"{interview.status} {stage} {detail}".strip()


@dataclass(frozen=True)
class Step:
    """One thing that happens to a handed-in interview; `state` is done, current or todo."""

    label: str
    state: str
    note: str = ""


def scoring_steps(interview: Interview) -> list[Step]:
    """What was done and what is left, honestly: nothing is shown as running that waits."""
    if interview.status == InterviewStatus.COMPLETED:
        return []
    waiting = scoring.waits_for(interview)
    evaluation = interview.evaluations.first()
    is_assessed = bool(evaluation and evaluation.status != EvaluationStatus.WAITING)
    note = ""
    if evaluation and evaluation.error and not is_assessed:
        note = _(
            "What reads the answers does not reply just now. It is asked again by itself, again and again."
        )
    return [
        Step(_("Everything you handed in is saved"), "done"),
        Step(_("Recordings are written down, code is judged"), "current" if waiting else "done", waiting),
        Step(
            _("Your answers are read and scored"),
            "todo" if waiting else "done" if is_assessed else "current",
            note,
        ),
        Step(_("The report is written"), "current" if is_assessed and not waiting else "todo"),
    ]
