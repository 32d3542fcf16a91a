"""Requests instead of an answer: not answering, asking again, other words; and the way out of a circle."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from interviewer.errors import Conflict, NotAllowed
from interviewer.journal import services as journal
from interviews import spoken
from interviews.briefs import language_of
from interviews.enums import TranscriptStatus, TurnStatus
from interviews.intents import Intent, intent_of
from interviews.models import Interview, InterviewQuestionAndResponse

Turn = InterviewQuestionAndResponse

#: A question is asked anew this often; who asks once more is offered a way out of the circle.
MOST_REQUESTS = 2
#: From there the candidate may begin the question again this often.
MOST_RESTARTS = MOST_REQUESTS + 2


def heed(*, turn: Turn, text: str) -> bool:
    """Do what a text asks for if it is no answer; says whether it did."""
    from interviews.services import conversation

    intent = intent_of(text)
    if intent is None:
        return False
    if intent == Intent.SKIP:
        conversation.finish(turn, TurnStatus.SKIPPED, answer="", actor="candidate", reason="said so")
    else:
        _ask_anew(turn, intent)
    return True


def rephrase(*, interview: Interview, uid: object) -> Turn:
    """Say the question in other words, and begin its time anew."""
    return _on_request(interview, uid, Intent.REPHRASE)


def repeat(*, interview: Interview, uid: object) -> Turn:
    """Ask the question again, and begin its time anew."""
    return _on_request(interview, uid, Intent.REPEAT)


def restart(*, interview: Interview, uid: object) -> Turn:
    """Out of the circle: begin the question again. Raises NotAllowed when that was done often enough."""
    from interviews.services import conversation

    turn = conversation.still_open(interview, uid)
    if not may_restart(turn):
        raise NotAllowed(_("Let us go on with the next question."))
    _write(turn, stuck_at=None)
    return turn


def may_restart(turn: Turn) -> bool:
    """Whether a question that went round in a circle may be begun again."""
    return turn.stuck_at is not None and turn.restarts < MOST_RESTARTS


def _on_request(interview: Interview, uid: object, intent: Intent) -> Turn:
    from interviews.services import conversation

    turn = conversation.still_open(interview, uid)
    if turn.stuck_at is None:
        _ask_anew(turn, intent)
    return turn


def _ask_anew(turn: Turn, intent: Intent) -> None:
    """The question again with all of its time, or, after too many requests, the apology."""
    changes: dict[str, object] = {}
    if turn.restarts >= MOST_REQUESTS:
        changes["stuck_at"] = timezone.now()
    elif intent == Intent.REPHRASE:
        changes["rephrased"] = _other_words(turn)
    with transaction.atomic():
        _write(turn, **changes)
        data = {"wish": intent, "times": turn.restarts}
        journal.record(actor="candidate", action="turn.asked_anew", subject=turn, data=data)


def _write(turn: Turn, **changes: object) -> None:
    """Open the turn anew with a fresh take; of two tabs only one does it (Conflict)."""
    from interviews.services import conversation

    now = timezone.now()
    fresh = {
        "status": TurnStatus.ASKED,
        "restarts": turn.restarts + 1,
        "deadline_at": now + conversation.answer_time(turn.interview),
        "review_until": None,
        "answer": "",
        "transcript": "",
        "transcript_status": TranscriptStatus.NONE,
        "segments": [],
        "updated_at": now,
        **changes,
    }
    same = Turn.objects.filter(pk=turn.pk, status=turn.status, restarts=turn.restarts)
    if not same.update(**fresh):
        raise Conflict
    for name, value in fresh.items():
        setattr(turn, name, value)


def _other_words(turn: Turn) -> str:
    rubric = turn.interview.rubric
    row = rubric.competencies.filter(key=turn.competency_key).first() if rubric else None
    return spoken.other_words(
        language=language_of(turn.interview),
        topic=row.name if row else "",
        meaning=row.description if row else "",
    )
