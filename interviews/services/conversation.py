"""The conversation, turn by turn: opening a question, answering, correcting, and closing what the clock ended.

Every change is one conditional update, so that of two tabs only one answers.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from interviewer import background
from interviewer.errors import Conflict, Invalid, NotAllowed, NotFound, TooLate
from interviewer.integrations.llm import injection
from interviewer.integrations.speech import get_speech
from interviewer.journal import services as journal
from interviewer.web import heart
from interviews.enums import Stage, TranscriptStatus, TurnStatus
from interviews.lifecycles import TURN
from interviews.models import Interview, InterviewQuestionAndResponse, InterviewQuestionResponse
from interviews.models.conversation import FINAL
from interviews.services import clarifying, moments, stages
from interviews.services.moments import Kind, Moment
from interviews.stages import with_extra_time

Turn = InterviewQuestionAndResponse

#: What was sent before the end may arrive this much later.
GRACE = timedelta(seconds=10)
#: How long a transcript stays open for correction.
REVIEW = timedelta(seconds=90)
#: How long the page waits for a transcript before the time for correction begins without one.
TRANSCRIBING = timedelta(seconds=60)
LONGEST_ANSWER = 10_000


def find_turn(*, interview: Interview, uid: object) -> Turn:
    """A turn of this interview; raises NotFound."""
    turn = interview.turns.filter(uid=uid).first()
    if turn is None:
        raise NotFound
    turn.interview = interview
    return turn


def may_type(interview: Interview) -> bool:
    """Whether typed answers are allowed: by the job's settings or as an accommodation."""
    return interview.text_only or stages.plan_of(interview).allow_text_only


def answer_time(interview: Interview) -> timedelta:
    """How long one answer may take, extra time included."""
    seconds = timedelta(seconds=stages.plan_of(interview).answer_seconds)
    return with_extra_time(seconds, interview.extra_time_percent)


def review_time(interview: Interview, *, to_write: bool = False) -> timedelta:
    """How long the transcript stays open; longer when the candidate has to write down all of it."""
    correcting = with_extra_time(REVIEW, interview.extra_time_percent)
    return max(correcting, answer_time(interview)) if to_write else correcting


def open_question(*, interview: Interview, uid: object) -> Turn:
    """Show the next question and start its clock, once: opening it again changes nothing.

    Raises Conflict when it is not this question's turn.
    """
    turn = find_turn(interview=interview, uid=uid)
    if turn.status != TurnStatus.PLANNED:
        return turn
    moment = moments.read(interview)
    if moment.turn is None or moment.turn.pk != turn.pk or moment.kind == Kind.THINKING:
        raise Conflict(_("This question is not the next one."))
    now = timezone.now()
    with transaction.atomic():
        # A follow-up that comes after this would be asked out of place: it is not awaited any more.
        interview.turns.filter(status=TurnStatus.ANSWERED, considered_at=None).update(considered_at=now)
        TURN.move(
            turn,
            TurnStatus.ASKED,
            actor="candidate",
            asked_at=now,
            deadline_at=now + answer_time(interview),
        )
    return turn


def save_draft(*, interview: Interview, uid: object, text: str) -> None:
    """Keep what is being written: it counts when time runs out. Raises TooLate after the end."""
    turn = still_open(interview, uid)
    field = "transcript" if turn.status == TurnStatus.ASKED else "answer"
    saved = interview.turns.filter(pk=turn.pk, status=turn.status).update(
        **{field: _clean(text), "updated_at": timezone.now()}
    )
    if not saved:
        raise Conflict


def submit(*, interview: Interview, uid: object, text: str) -> Turn:
    """Answer by typing. Raises TooLate after the end, NotAllowed where answers are spoken, Invalid when empty."""
    turn = still_open(interview, uid)
    if not may_type(interview):
        raise NotAllowed(_("This interview is spoken. Ask the company if you need to type your answers."))
    if turn.status != TurnStatus.ASKED:
        raise Conflict
    text = _clean(text)
    if not text:
        raise Invalid(_("Write your answer, or choose not to answer."), fields={"text": _("Empty.")})
    if clarifying.heed(turn=turn, text=text):
        return turn
    finish(turn, TurnStatus.ANSWERED, answer=text, transcript=text, was_typed=True, actor="candidate")
    return turn


def stop(*, interview: Interview, uid: object, take: int, heard: str = "") -> Turn:
    """The recording of an answer ended: open its transcript for correction. Doing it twice changes nothing.

    `heard` are the captions the browser made, if it can; they are a proposal where the server cannot hear.
    """
    settle(interview=interview)
    turn = find_turn(interview=interview, uid=uid)
    if turn.status != TurnStatus.ASKED or take != turn.take:
        return turn
    can_hear = get_speech().capabilities.transcribes
    wait = TRANSCRIBING + review_time(interview) if can_hear else review_time(interview, to_write=True)
    heard = _clean(heard)
    TURN.move(
        turn,
        TurnStatus.REVIEWING,
        actor="candidate",
        transcript=heard or turn.transcript,
        transcript_engine="browser" if heard else turn.transcript_engine,
        transcript_status=TranscriptStatus.WAITING if can_hear else TranscriptStatus.NONE,
        review_until=timezone.now() + wait,
    )
    return turn


def confirm(*, interview: Interview, uid: object, text: str) -> Turn:
    """Make the transcript, as the candidate left it, the answer. Without text only while it is still awaited."""
    turn = still_open(interview, uid)
    if turn.status != TurnStatus.REVIEWING:
        raise Conflict
    text = _clean(text)
    if not text and turn.transcript_status != TranscriptStatus.WAITING:
        message = _("Write down what you said, or choose not to answer.")
        raise Invalid(message, fields={"text": _("Empty.")})
    if clarifying.heed(turn=turn, text=text):
        return turn
    finish(turn, TurnStatus.ANSWERED, answer=text, actor="candidate", **_marks(turn, text))
    return turn


def rerecord(*, interview: Interview, uid: object) -> Turn:
    """Answer anew, once, if the job allows it; the earlier take is kept. Raises NotAllowed."""
    turn = still_open(interview, uid)
    if not may_rerecord(turn):
        raise NotAllowed(_("This answer cannot be recorded again."))
    now = timezone.now()
    TURN.move(
        turn,
        TurnStatus.ASKED,
        actor="candidate",
        reason="recorded anew",
        rerecorded=True,
        deadline_at=now + answer_time(interview),
        review_until=None,
        answer="",
    )
    return turn


def may_rerecord(turn: Turn) -> bool:
    """Whether the candidate may record this answer once more."""
    allowed = stages.plan_of(turn.interview).allow_rerecord
    return allowed and turn.status == TurnStatus.REVIEWING and not turn.rerecorded


def skip(*, interview: Interview, uid: object) -> Turn:
    """The candidate would rather not answer."""
    turn = still_open(interview, uid)
    finish(turn, TurnStatus.SKIPPED, answer="", actor="candidate")
    return turn


def type_from_now_on(*, interview: Interview, uid: object) -> Turn:
    """Change to typed answers for the rest of the conversation. Raises NotAllowed where answers are spoken."""
    turn = find_turn(interview=interview, uid=uid)
    if not may_type(interview):
        raise NotAllowed(_("This interview is spoken. Ask the company if you need to type your answers."))
    if not interview.text_only:
        Interview.objects.filter(pk=interview.pk).update(text_only=True, updated_at=timezone.now())
        interview.text_only = True
        journal.record(actor="candidate", action="interview.answers_typed", subject=interview)
    return turn


def settle(*, interview: Interview) -> Moment:
    """Close the turn whose time is up with what was saved, finish a conversation that has no turn left,
    and say where it is now."""
    now = timezone.now()
    turns = moments.turns_of(interview)
    over = [turn for turn in turns if _is_over(turn, now)]
    for turn in over:
        try:
            _close(turn)
        except Conflict:  # the candidate, or another tab, was first
            continue
    moment = moments.read(interview, None if over else turns)
    if moment.kind == Kind.FINISHED and stages.current(interview) == Stage.CONVERSATION:
        stages.finish(interview=interview, stage=Stage.CONVERSATION)
    return moment


@background.reconciler
def settle_overdue() -> int:
    """Go on with conversations that somebody left in the middle; returns how many were looked at.

    Not while the web server is away: what that takes from a candidate's time is given back first.
    """
    if heart.is_away():
        return 0
    now = timezone.now() - 2 * heart.GAP
    left = Turn.objects.filter(status=TurnStatus.ASKED, deadline_at__lte=now - GRACE)
    left |= Turn.objects.filter(status=TurnStatus.REVIEWING, review_until__lte=now - GRACE)
    going_on = Turn.objects.exclude(status__in=FINAL)
    over = Interview.objects.filter(
        stage_attempts__stage=Stage.CONVERSATION,
        stage_attempts__finished_at=None,
        status="in_progress",
        turns__isnull=False,
    ).exclude(pk__in=going_on.values("interview"))
    ids = {*left.values_list("interview", flat=True)[:200], *over.values_list("pk", flat=True)[:200]}
    for interview in Interview.objects.filter(pk__in=ids).select_related("job__company", "rubric"):
        settle(interview=interview)
    return len(ids)


def still_open(interview: Interview, uid: object) -> Turn:
    """A turn that may still be changed; raises TooLate after its end and Conflict before its time."""
    moment = settle(interview=interview)
    is_it = moment.turn is not None and str(moment.turn.uid) == str(uid)
    turn = moment.turn if is_it else find_turn(interview=interview, uid=uid)
    if turn.is_final:
        raise TooLate(_("This question is closed. What was saved until then counts."))
    if turn.status == TurnStatus.PLANNED:
        raise Conflict(_("This question was not asked yet."))
    return turn


def _is_over(turn: Turn, now: datetime) -> bool:
    """Whether the clock has ended a turn that is still open."""
    ends = {TurnStatus.ASKED: turn.deadline_at, TurnStatus.REVIEWING: turn.review_until}
    end = ends.get(TurnStatus(turn.status))
    return end is not None and now > end + GRACE


def _close(turn: Turn) -> None:
    """What the clock ends is answered if anything was said or written, else not answered."""
    text = turn.answer.strip() or turn.transcript.strip()
    if _will_be_heard(turn, text):
        waiting = TranscriptStatus.WAITING
        finish(turn, TurnStatus.ANSWERED, answer="", reason="time is up", transcript_status=waiting)
    elif turn.recordings.exists() or text:
        finish(turn, TurnStatus.ANSWERED, answer=text, reason="time is up", **_marks(turn, text))
    else:
        finish(turn, TurnStatus.SKIPPED, answer="", reason="time is up")


def _will_be_heard(turn: Turn, text: str) -> bool:
    """Whether the words of the take that counts are still to come. Words of an earlier take do not stand for it."""
    if turn.status == TurnStatus.REVIEWING:
        return turn.transcript_status == TranscriptStatus.WAITING
    has_take = turn.recordings.filter(take=turn.take).exists()
    return has_take and (turn.take > 1 or not text) and get_speech().capabilities.transcribes


def _marks(turn: Turn, text: str) -> dict[str, bool]:
    """Whether an answer was typed (nothing was heard by the server) and whether it was corrected."""
    was_heard = turn.transcript_status == TranscriptStatus.READY and bool(turn.transcript.strip())
    if not was_heard:
        return {"was_typed": bool(text), "was_corrected": False}
    return {"was_typed": False, "was_corrected": text != turn.transcript.strip()}


def finish(
    turn: Turn, status: TurnStatus, *, answer: str, actor: object = None, reason: str = "", **changes: object
) -> None:
    """Make a turn final with everything that hangs on it, and ask whether a follow-up is due."""
    from interviews import tasks
    from interviews.services import follow_ups

    with transaction.atomic():
        wanted = status == TurnStatus.ANSWERED and follow_ups.may_follow(turn, answer)
        TURN.move(
            turn,
            status,
            actor=actor,
            reason=reason,
            answer=answer,
            findings=found_in(answer),
            considered_at=None if wanted else timezone.now(),
            **changes,
        )
        keep_own_answer(turn)
        if wanted:
            background.enqueue(tasks.consider_follow_up, turn.pk)
    if not wanted and not turn.interview.turns.exclude(status__in=FINAL).exists():
        settle(interview=turn.interview)


def found_in(text: str) -> list[dict[str, object]]:
    """What in an answer speaks to the AI instead of to people, for the reader of the report."""
    return [
        {"kind": found.kind, "text": found.text[:300], "start": found.start, "end": found.end}
        for found in injection.screen(text).findings
    ]


def keep_own_answer(turn: Turn) -> None:
    """Keep the final answer to one of the recruiter's own questions beside that question, too."""
    if turn.own_question_id:
        InterviewQuestionResponse.objects.update_or_create(
            interview_id=turn.interview_id,
            question_id=turn.own_question_id,
            defaults={"answer": turn.answer},
        )


def _clean(text: str) -> str:
    return text.replace("\x00", "").strip()[:LONGEST_ANSWER]
