"""Planning a conversation: the recruiter's questions word for word, then those made for this résumé and job."""

from __future__ import annotations

import logging
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from interviewer import background
from interviewer.integrations.failures import IntegrationError, Unavailable
from interviewer.integrations.llm import offline_llm
from interviewer.integrations.llm.port import LLM, PlannedQuestion
from interviewer.journal import services as journal
from interviews.briefs import candidate_brief, competency_briefs, job_brief, language_of
from interviews.enums import InterviewStatus, Stage, TurnSource
from interviews.models import Interview, InterviewQuestion, InterviewQuestionAndResponse, StageAttempt
from interviews.services import budgets, stages, voices
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
    generated: list[PlannedQuestion] = []
    try:
        if tried < GIVEN_UP:
            generated = _generate(interview, own, budgets.llm_for(interview))
    except Unavailable:
        if tried < len(TRIES_AFTER_SECONDS):
            delay = timedelta(seconds=TRIES_AFTER_SECONDS[tried])
            background.enqueue(tasks.plan_conversation, interview.pk, tried + 1, delay=delay)
            return 0
    except IntegrationError as problem:
        log.warning("planning interview %s: %s", interview.pk, problem)
    if not generated and _count(interview, own):
        generated = _fall_back(interview, own)
    return _keep(interview, own, generated)


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


def _count(interview: Interview, own: list[InterviewQuestion]) -> int:
    count = stages.plan_of(interview).question_count
    return count if own else max(1, count)


def _generate(interview: Interview, own: list[InterviewQuestion], engine: LLM) -> list[PlannedQuestion]:
    count = _count(interview, own)
    if not count:
        return []
    try:
        answer = engine.plan(
            job_brief(interview.job, language_of(interview)),
            candidate_brief(interview),
            competency_briefs(interview.rubric),
            tuple(question.question for question in own),
            count,
        )
    except IntegrationError as problem:
        journal.provider_call(
            port="llm",
            purpose="plan",
            subject=interview,
            engine=engine.label[:40],
            error=str(problem) or "failed",
        )
        raise
    journal.provider_call(port="llm", purpose="plan", subject=interview, usage=answer.usage)
    return list(answer.value)[:count]


def _fall_back(interview: Interview, own: list[InterviewQuestion]) -> list[PlannedQuestion]:
    journal.record(
        action="interview.planned_offline",
        subject=interview,
        data={"reason": "the AI was down, or answered nonsense"},
    )
    return _generate(interview, own, offline_llm())


def _keep(interview: Interview, own: list[InterviewQuestion], generated: list[PlannedQuestion]) -> int:
    turns = [
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
        for question in generated
    ]
    if not turns:  # neither the recruiter nor an engine had one: nobody is left in an empty conversation
        turns = [InterviewQuestionAndResponse(interview=interview, source=TurnSource.GENERATED)]
        turns[0].question = _("Tell me about a piece of work you are proud of, and what your part in it was.")
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
