"""Where a conversation is just now, read from its turns: the one answer every tab and every reload gets."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from django.utils import timezone

from interviews.enums import Stage, TurnSource, TurnStatus
from interviews.models import Interview, InterviewQuestionAndResponse
from interviews.services import stages
from interviews.stages import with_extra_time

#: How long the page waits for a follow-up before it goes on without one.
THINKING = timedelta(seconds=20)
#: How long the interviewer waits for a question about the job before it says goodbye.
ASKING = timedelta(minutes=5)
#: Where the stage remembers that the candidate has no more questions.
ASKED_ENOUGH = "asked_enough"


class Kind(StrEnum):
    """What the candidate sees."""

    PREPARING = "preparing"
    GREETING = "greeting"
    READY = "ready"
    QUESTION = "question"
    STUCK = "stuck"
    REVIEW = "review"
    THINKING = "thinking"
    ASKING = "asking"
    FINISHED = "finished"


class Phase(StrEnum):
    """The parts of a conversation, in their order; a probe comes between two measures."""

    GREET = "greet"
    WARM_UP = "warm_up"
    MEASURE = "measure"
    PROBE = "probe"
    QUESTIONS = "questions"
    CLOSE = "close"


_PHASE_OF_SOURCE = {TurnSource.WARM_UP: Phase.WARM_UP, TurnSource.FOLLOW_UP: Phase.PROBE}


@dataclass(frozen=True)
class Moment:
    """The present state: the turn it is about, and its number among the main questions.

    `version` changes whenever the page has to be drawn anew.
    """

    kind: Kind
    turn: InterviewQuestionAndResponse | None = None
    number: int = 0
    total: int = 0
    version: str = ""

    @property
    def is_follow_up(self) -> bool:
        """Whether the question came out of the answer before."""
        return bool(self.turn and self.turn.source == TurnSource.FOLLOW_UP)

    @property
    def phase(self) -> Phase:
        """The part of the conversation that this moment belongs to."""
        early = {Kind.PREPARING: Phase.GREET, Kind.GREETING: Phase.GREET}
        late = {Kind.ASKING: Phase.QUESTIONS, Kind.FINISHED: Phase.CLOSE}
        if self.kind in early | late:
            return (early | late)[self.kind]
        return (
            _PHASE_OF_SOURCE.get(TurnSource(self.turn.source), Phase.MEASURE) if self.turn else Phase.MEASURE
        )

    @property
    def is_warm_up(self) -> bool:
        """Whether the question is there to begin with, and measures nothing."""
        return bool(self.turn and self.turn.source == TurnSource.WARM_UP)


def is_thinking(turn: InterviewQuestionAndResponse, now: datetime) -> bool:
    """Whether a follow-up to this answer may still come in time."""
    if turn.status != TurnStatus.ANSWERED or turn.considered_at or not turn.answered_at:
        return False
    return turn.answered_at + THINKING > now


def turns_of(interview: Interview) -> list[InterviewQuestionAndResponse]:
    """Every turn of a conversation in its order, each with this interview."""
    turns = list(interview.turns.order_by("order", "id"))
    for turn in turns:
        turn.interview = interview
    return turns


def read(interview: Interview, turns: list[InterviewQuestionAndResponse] | None = None) -> Moment:
    """The moment of a conversation, by its turns where they were just read. Changes nothing."""
    turns = turns_of(interview) if turns is None else turns
    if not turns:
        return Moment(Kind.PREPARING, version="preparing")
    now = timezone.now()
    turn = next((one for one in turns if not one.is_final), None)
    kind = _kind(turns, turn, now)
    if kind == Kind.FINISHED and _still_asks(interview, turns, now):
        asked = interview.candidate_questions.count()
        return Moment(Kind.ASKING, version=f"{Kind.ASKING}{asked}")
    main = [one for one in turns if one.source not in {TurnSource.FOLLOW_UP, TurnSource.WARM_UP}]
    reached = [one for one in main if turn is None or one.order <= turn.order]
    return Moment(kind, turn, number=len(reached), total=len(main), version=_version(kind, turn))


def _kind(
    turns: list[InterviewQuestionAndResponse], turn: InterviewQuestionAndResponse | None, now: datetime
) -> Kind:
    if turn is not None and turn.status == TurnStatus.ASKED:
        return Kind.STUCK if turn.stuck_at else Kind.QUESTION
    if turn is not None and turn.status == TurnStatus.REVIEWING:
        return Kind.REVIEW
    if any(is_thinking(one, now) for one in turns):
        return Kind.THINKING
    if turn is None:
        return Kind.FINISHED
    return Kind.GREETING if turn is turns[0] else Kind.READY


def _still_asks(interview: Interview, turns: list[InterviewQuestionAndResponse], now: datetime) -> bool:
    """Whether the candidate may ask about the job: until they say it is enough, or were silent for a while."""
    plan = stages.plan_of(interview)
    attempt = interview.stage_attempts.filter(stage=Stage.CONVERSATION).first()
    if not plan.takes_questions or attempt is None or attempt.finished_at or attempt.state.get(ASKED_ENOUGH):
        return False
    last = interview.candidate_questions.order_by("-id").first()
    spoke = [turn.answered_at for turn in turns if turn.answered_at] + ([last.created_at] if last else [])
    silence = with_extra_time(ASKING, interview.extra_time_percent)
    return bool(spoke) and now < max(spoke) + silence


def _version(kind: Kind, turn: InterviewQuestionAndResponse | None) -> str:
    if turn is None or kind == Kind.THINKING:
        return str(kind)
    seen = (kind, turn.uid, turn.status, turn.transcript_status, turn.take, turn.stuck_at)
    return hashlib.sha256(repr([str(part) for part in seen]).encode()).hexdigest()[:16]
