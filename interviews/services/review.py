"""What a recruiter does with a report: decide, override a level, ask for a new scoring."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from interviewer import background
from interviewer.errors import Conflict, Invalid
from interviewer.journal import services as journal
from interviews.enums import Decision, EvaluationStatus, InterviewStatus
from interviews.models import CompetencyScore, Interview
from interviews.services import evaluations, scoring

_DECISION = ("decision", "decision_reason", "decided_by", "decided_at", "decision_version")


def decide(
    *,
    actor: object,
    interview: Interview,
    decision: str,
    reason: str,
    seen: int | None = None,
) -> None:
    """Record a decision with its reason; a decision never changes the interview's status or scores.

    `seen` is the version of the decision that the person saw: raises Conflict, saying what it is now, when somebody
    decided after that. Raises Invalid for a decision that there is not.
    """
    if decision not in Decision.values:
        raise Invalid(fields={"decision": _("Choose one of the decisions.")})
    with transaction.atomic():
        rows = Interview.objects.select_related("decided_by").select_for_update(of=("self",))
        now = rows.get(pk=interview.pk)
        if seen is not None and now.decision_version != seen:
            raise Conflict(_meanwhile(now), version=now.decision_version)
        old = now.decision
        now.decision, now.decision_reason = decision, reason.strip()
        now.decided_by, now.decided_at = actor if hasattr(actor, "email") else None, timezone.now()
        now.decision_version += 1
        now.save(update_fields=[*_DECISION, "updated_at"])
        journal.record(
            actor=actor,
            action="interview.decided",
            subject=interview,
            data={"from": old, "to": decision, "reason": reason.strip()},
        )
    for name in _DECISION:
        setattr(interview, name, getattr(now, name))


def _meanwhile(interview: Interview) -> str:
    words = {
        "who": interview.decided_by or _("Somebody"),
        "decision": interview.get_decision_display(),
        "reason": interview.decision_reason,
    }
    told = (
        _("%(who)s decided meanwhile: %(decision)s, because: “%(reason)s”.")
        if interview.decision_reason
        else _("%(who)s decided meanwhile: %(decision)s.")
    )
    return " ".join(
        [told % words, _("Nothing was overwritten. Saving once more puts your decision in its place.")]
    )


def override(*, actor: object, score: CompetencyScore, level: int, reason: str) -> None:
    """Set a person's level beside the engine's; the interview's scores and report follow it.

    Raises Invalid without a reason, and Conflict while the interview is not scored or when a newer scoring counts:
    what a person saw must be what they change.
    """
    from interviews import tasks

    interview = score.evaluation.interview
    if not reason.strip():
        raise Invalid(fields={"reason": _("Say why, so that others understand it.")})
    if interview.status != InterviewStatus.COMPLETED:
        raise Conflict(_("This interview is not scored yet."))
    with transaction.atomic():
        Interview.objects.select_for_update().get(pk=interview.pk)
        if evaluations.counting(interview) != score.evaluation:
            raise Conflict(
                _("The interview was scored again meanwhile. Look at the new levels before you set yours.")
            )
        before = CompetencyScore.objects.get(pk=score.pk).counted_level
        CompetencyScore.objects.filter(pk=score.pk).update(
            override_level=level,
            override_reason=reason.strip(),
            override_by=actor,
            override_at=timezone.now(),
        )
        scoring.set_scores(interview=interview, evaluation=score.evaluation)
        journal.record(
            actor=actor,
            action="interview.score_overridden",
            subject=interview,
            data={
                "competency": score.competency.key,
                "from": before,
                "to": level,
                "reason": reason.strip(),
            },
        )
        background.enqueue(tasks.render_report, interview.pk)


def retry(*, actor: object, interview: Interview) -> None:
    """Ask for a new scoring of a scored interview; the old one is kept. Raises Conflict while one is under way."""
    newest = interview.evaluations.order_by("-id").first()
    if newest is None or interview.status != InterviewStatus.COMPLETED:
        raise Conflict(_("There is nothing to score again."))
    if newest.status == EvaluationStatus.WAITING:
        raise Conflict(_("A new scoring is under way already."))
    scoring.score_again(actor=actor, interview=interview)
