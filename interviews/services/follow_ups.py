"""Follow-ups: one more question about what was just said, asked right after it, in the background."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from interviewer.integrations.failures import IntegrationError
from interviewer.integrations.llm.port import CompetencyBrief, FollowUp
from interviewer.integrations.llm.textual import words
from interviewer.journal import services as journal
from interviews import briefs
from interviews.briefs import names_of
from interviews.enums import TurnSource, TurnStatus
from interviews.models import InterviewQuestionAndResponse
from interviews.services import budgets, stages, voices

Turn = InterviewQuestionAndResponse

#: Main questions stand this far apart, so that follow-ups find a place between them.
SPACING = 100


def root_of(turn: Turn) -> Turn:
    """The main question that a turn belongs to."""
    return turn.parent or turn


def may_follow(turn: Turn, answer: str) -> bool:
    """Whether an answer may get a follow-up: it says something and the job's limit is not reached."""
    if not answer.strip() or turn.source == TurnSource.WARM_UP or _says_the_same_again(turn, answer):
        return False
    return _asked_so_far(turn) < stages.plan_of(turn.interview).max_follow_ups


def _asked_so_far(turn: Turn) -> int:
    """The follow-ups about the same competency; about the same question where it belongs to none."""
    if turn.competency_key:
        same = turn.interview.turns.filter(competency_key=turn.competency_key)
        return same.filter(source=TurnSource.FOLLOW_UP).count()
    return root_of(turn).follow_ups.count()


def _says_the_same_again(turn: Turn, answer: str) -> bool:
    """Whether the candidate gave this very answer before: asking on would go round in a circle."""
    root = root_of(turn)
    given = turn.interview.turns.filter(Q(pk=root.pk) | Q(parent=root)).exclude(pk=turn.pk)
    said = " ".join(words(answer))
    return any(said == " ".join(words(one)) for one in given.values_list("answer", flat=True))


def consider(*, turn_id: int) -> Turn | None:
    """Ask the engine for a follow-up to an answer, and insert it if the conversation still waits for it.

    An engine that is down costs the follow-up and nothing else: the conversation goes on.
    """
    turn = Turn.objects.select_related("interview__job__company", "interview__rubric", "parent").get(
        pk=turn_id
    )
    if turn.status != TurnStatus.ANSWERED or turn.considered_at:
        return None
    found = _ask(turn) if may_follow(turn, turn.answer) else None
    with transaction.atomic():
        # The page may have gone on meanwhile: then nobody waits for this follow-up any more.
        waiting = Turn.objects.filter(pk=turn.pk, considered_at=None).update(considered_at=timezone.now())
        if not waiting or found is None:
            return None
        inserted = _insert(turn, found)
        voices.ask_for([inserted])
    return inserted


def _ask(turn: Turn) -> FollowUp | None:
    interview = turn.interview
    engine = budgets.llm_for(turn.interview)
    asked = tuple(interview.turns.order_by("order").values_list("question", flat=True))
    try:
        # The engine masks and screens; it gets the true words so that it can quote them.
        answer = engine.follow_up(
            briefs.turn(turn, turn.answer),
            _competency(turn),
            asked,
            briefs.language_of(interview),
            names_of(interview),
        )
    except IntegrationError as problem:
        journal.provider_call(
            port="llm",
            purpose="follow_up",
            subject=interview,
            engine=engine.label[:40],
            error=str(problem) or "failed",
        )
        return None
    journal.provider_call(port="llm", purpose="follow_up", subject=interview, usage=answer.usage)
    return answer.value


def _competency(turn: Turn) -> CompetencyBrief:
    """The competency that a question is about; a question about none is a competency of its own."""
    rubric = turn.interview.rubric
    row = rubric.competencies.filter(key=turn.competency_key).first() if rubric else None
    if row is None:
        return CompetencyBrief(
            key=turn.competency_key or "question",
            name=turn.question[:100],
            expected_points=tuple(str(point) for point in turn.expected_points),
        )
    return briefs.competency_brief(row)


def _insert(turn: Turn, found: FollowUp) -> Turn:
    root = root_of(turn)
    return Turn.objects.create(
        interview=turn.interview,
        order=root.order + root.follow_ups.count() + 1,
        source=TurnSource.FOLLOW_UP,
        question=found.text,
        question_type=turn.question_type,
        competency_key=turn.competency_key,
        parent=root,
        reason=found.reason[:300],
    )
