"""Moving through the stages: the server opens, times and closes them, and nobody else."""

from __future__ import annotations

from dataclasses import replace

from django.db import IntegrityError, transaction
from django.utils import timezone

from interviewer import background
from interviewer.errors import TooLate, WrongStage
from interviewer.web import heart
from interviews.enums import InterviewStatus, Stage
from interviews.lifecycles import INTERVIEW
from interviews.models import Interview, StageAttempt
from interviews.stages import Plan, current_stage, time_limit


def plan_of(interview: Interview) -> Plan:
    """The settings that hold for this interview: those of its start, or the job's until then."""
    plan = Plan.of(interview.plan or interview.job)
    if interview.without_camera:
        plan = replace(plan, uses_camera=False)
    return replace(plan, interview_language=interview.language) if interview.language else plan


def begin(*, interview: Interview) -> None:
    """Start the interview: fix the job's settings and rubric on it. Starting again changes nothing."""
    if interview.status != InterviewStatus.INVITED:
        return
    INTERVIEW.move(
        interview,
        InterviewStatus.IN_PROGRESS,
        actor="candidate",
        plan=Plan.of(interview.job).as_json(),
        rubric=interview.job.rubrics.first(),
    )


def finished(interview: Interview) -> set[str]:
    """The stages that are finished. Reads a prefetched `stage_attempts` without a query."""
    return {attempt.stage for attempt in interview.stage_attempts.all() if attempt.finished_at}


def current(interview: Interview) -> Stage | None:
    """The stage that the candidate is in; None when every one is finished."""
    return current_stage(plan_of(interview), finished(interview))


def enter(*, interview: Interview, stage: Stage) -> StageAttempt:
    """The attempt at a stage, begun now if it was not: its clock starts once and never again.

    Raises WrongStage when another stage is the current one.
    """
    if current(interview) != stage:
        raise WrongStage(current=current(interview))
    if begun := interview.stage_attempts.filter(stage=stage).first():
        return begun
    now = timezone.now()
    limit = time_limit(plan_of(interview), stage, interview.extra_time_percent)
    try:
        with transaction.atomic():
            attempt, _ = StageAttempt.objects.get_or_create(
                interview=interview,
                stage=stage,
                defaults={"started_at": now, "deadline_at": now + limit if limit else None},
            )
    except IntegrityError:  # two tabs at once: the other one was first
        attempt = interview.stage_attempts.get(stage=stage)
    return attempt


def require(*, interview: Interview, stage: Stage) -> StageAttempt:
    """The open attempt at a stage for a write; raises WrongStage when it is not open, TooLate after its end."""
    settle(interview=interview)
    attempt = interview.stage_attempts.filter(stage=stage).first()
    if attempt and attempt.finished_at:
        raise TooLate() if attempt.timed_out else WrongStage(current=current(interview))
    if attempt is None or current(interview) != stage:
        raise WrongStage(current=current(interview))
    return attempt


def finish(*, interview: Interview, stage: Stage, timed_out: bool = False) -> None:
    """Close a stage, once. When only scoring is left the interview is handed in."""
    now = timezone.now()
    with transaction.atomic():
        StageAttempt.objects.get_or_create(interview=interview, stage=stage)
        closed = interview.stage_attempts.filter(stage=stage, finished_at=None).update(
            finished_at=now, timed_out=timed_out, updated_at=now
        )
        getattr(interview, "_prefetched_objects_cache", {}).pop("stage_attempts", None)
        if closed:
            _on_close(interview, stage)
        if closed and current(interview) == Stage.SCORING:
            hand_in(interview=interview)


def _on_close(interview: Interview, stage: Stage) -> None:
    """What a stage does at its end, however it ends."""
    from interviews.services import coding, quiz

    if stage == Stage.QUIZ:
        quiz.score(interview=interview)
    if stage == Stage.CODING:
        coding.close(interview=interview)


def hand_in(*, interview: Interview) -> None:
    """The candidate is done: scoring begins in the background."""
    from interviews import tasks

    with transaction.atomic():
        INTERVIEW.move(interview, InterviewStatus.SCORING, actor="candidate")
        background.enqueue(tasks.score, interview.pk)


def settle(*, interview: Interview) -> None:
    """Close the stage whose deadline has passed; what was saved until then counts."""
    now = timezone.now()
    for attempt in interview.stage_attempts.filter(finished_at=None, deadline_at__lte=now):
        finish(interview=interview, stage=Stage(attempt.stage), timed_out=True)


@background.reconciler
def settle_overdue() -> int:
    """Close stages whose time is up though nobody came back; returns how many.

    Not while the web server is away: what that takes from a candidate's time is given back first.
    """
    if heart.is_away():
        return 0
    overdue = StageAttempt.objects.filter(finished_at=None, deadline_at__lte=timezone.now() - 2 * heart.GAP)
    attempts = list(overdue.select_related("interview__job")[:200])
    for attempt in attempts:
        settle(interview=attempt.interview)
    return len(attempts)
