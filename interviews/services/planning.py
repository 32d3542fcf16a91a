"""Planning a conversation: a warm-up, the recruiter's questions word for word, then the job's core questions."""

from __future__ import annotations

import logging
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from interviewer import background
from interviewer.integrations.failures import IntegrationError, Unavailable
from interviewer.integrations.llm import offline_llm
from interviewer.integrations.llm.port import PlannedQuestion
from interviewer.journal import services as journal
from interviews import spoken
from interviews.briefs import language_of
from interviews.enums import InterviewStatus, QuestionKind, Stage, TurnSource
from interviews.models import Interview, InterviewQuestion, InterviewQuestionAndResponse, StageAttempt
from interviews.services import budgets, core_questions, stages, voices
from interviews.services.follow_ups import SPACING

log = logging.getLogger(__name__)

#: Seconds to wait before each further try; the candidate is waiting, so there are few.
TRIES_AFTER_SECONDS = (3,)
#: More tries than there are: the engine is not asked again.
GIVEN_UP = len(TRIES_AFTER_SECONDS) + 1
#: A plan that is not there after this long is asked for anew by the reconciler.
STUCK = timedelta(minutes=1)


def ensure(*, interview: Interview) -> None:
    """Ask for the plan, once, when the candidate comes near the conversation."""
    from interviews import tasks

    if interview.turns.exists():
        return
    with transaction.atomic():
        attempt = interview.stage_attempts.select_for_update().filter(stage=Stage.DEVICES).first()
        if attempt is None or attempt.state.get("plan_asked_for") or interview.turns.exists():
            return
        attempt.state["plan_asked_for"] = True
        attempt.save(update_fields=["state", "updated_at"])
        background.enqueue(tasks.plan_conversation, interview.pk)


def run(*, interview_id: int, tried: int = 0) -> int:
    """Plan the turns of an interview; returns how many there are. Planning twice changes nothing.

    When the engine stays down the built-in engine plans, and the journal says so.
    """
    from interviews import tasks

    interview = Interview.objects.select_related("job__company", "rubric").get(pk=interview_id)
    if interview.turns.exists() or interview.status != InterviewStatus.IN_PROGRESS:
        return interview.turns.count()
    own = list(InterviewQuestion.objects.for_job(interview.job).filter(approved=True))
    try:
        core = _core(interview, own, tried)
    except Unavailable:
        delay = timedelta(seconds=TRIES_AFTER_SECONDS[tried])
        background.enqueue(tasks.plan_conversation, interview.pk, tried + 1, delay=delay)
        return 0
    return _keep(interview, own, core)


def _core(interview: Interview, own: list[InterviewQuestion], tried: int) -> list[PlannedQuestion]:
    """The job's core questions; by the built-in engine when the other one has no chance left.

    Raises Unavailable while the engine may be asked again.
    """
    if tried < GIVEN_UP:
        try:
            return core_questions.of(interview=interview, own=own, engine=budgets.llm_for(interview))
        except Unavailable:
            if tried < len(TRIES_AFTER_SECONDS):
                raise
        except IntegrationError as problem:
            log.warning("planning interview %s: %s", interview.pk, problem)
    reason = "the AI was down, or answered nonsense"
    journal.record(action="interview.planned_offline", subject=interview, data={"reason": reason})
    return core_questions.of(interview=interview, own=own, engine=offline_llm())


@background.reconciler
def plan_missing() -> int:
    """Plan the conversations whose plan got lost; returns how many."""
    from interviews import tasks

    waiting = StageAttempt.objects.filter(
        stage=Stage.DEVICES,
        started_at__lte=timezone.now() - STUCK,
        started_at__gte=timezone.now() - timedelta(days=2),
        interview__status=InterviewStatus.IN_PROGRESS,
        interview__turns=None,
    )
    ids = waiting.values_list("interview", flat=True)[:100]
    # The candidate waited long enough: now the built-in engine plans.
    return background.ask_again(tasks.plan_conversation, [(one, GIVEN_UP) for one in ids])


def _turns(
    interview: Interview, own: list[InterviewQuestion], core: list[PlannedQuestion]
) -> list[InterviewQuestionAndResponse]:
    """The warm-up, the recruiter's own questions word for word, then those that everybody is asked."""
    main = [
        InterviewQuestionAndResponse(
            interview=interview,
            source=TurnSource.OWN,
            question=question.question,
            question_type=question.question_type,
            competency_key=question.competency_key,
            own_question=question,
        )
        for question in own
    ] + [
        InterviewQuestionAndResponse(
            interview=interview,
            source=TurnSource.GENERATED,
            question=question.text,
            question_type=str(question.kind),
            competency_key=question.competency_key,
            expected_points=list(question.expected_points),
        )
        for question in core
    ]
    language = language_of(interview)
    if not main:  # neither the recruiter nor an engine had one: nobody is left in an empty conversation
        text = spoken.fallback_question(language=language)
        main = [_turn(interview, TurnSource.GENERATED, text)]
    begin = []
    if stages.plan_of(interview).has_warm_up:
        begin = [_turn(interview, TurnSource.WARM_UP, spoken.warm_up(language=language))]
    return begin + main


def _turn(interview: Interview, source: TurnSource, text: str) -> InterviewQuestionAndResponse:
    kind = QuestionKind.BEHAVIORAL
    return InterviewQuestionAndResponse(interview=interview, source=source, question=text, question_type=kind)


def _keep(interview: Interview, own: list[InterviewQuestion], core: list[PlannedQuestion]) -> int:
    turns = _turns(interview, own, core)
    for place, turn in enumerate(turns, start=1):
        turn.order = place * SPACING
    with transaction.atomic():
        Interview.objects.select_for_update().get(pk=interview.pk)
        if interview.turns.exists():  # another worker was first
            return interview.turns.count()
        InterviewQuestionAndResponse.objects.bulk_create(turns)
        journal.record(action="interview.planned", subject=interview, data={"questions": len(turns)})
        voices.ask_for(turns)
    return len(turns)
