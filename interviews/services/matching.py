"""The match of résumé and job: in the background, with its breakdown, and the threshold decided by the server."""

from __future__ import annotations

from dataclasses import asdict

from django.db import transaction

from interviewer import background
from interviewer.integrations.failures import Misconfigured, Rejected, Unavailable
from interviewer.integrations.llm import get_llm
from interviewer.journal import services as journal
from interviews.briefs import candidate_brief, job_brief, language_of
from interviews.enums import InterviewStatus, Stage
from interviews.lifecycles import INTERVIEW
from interviews.models import Interview
from interviews.services import budgets, stages

#: After so many tries the candidate goes on without a match, and is never turned away for it.
MAX_TRIES = 3


def ask(*, interview: Interview) -> None:
    """Have the match made, once."""
    from interviews import tasks

    attempt = stages.enter(interview=interview, stage=Stage.MATCH)
    if not attempt.state.get("asked"):
        with transaction.atomic():
            interview.stage_attempts.filter(pk=attempt.pk).update(state={**attempt.state, "asked": True})
            background.enqueue(tasks.match, interview.pk)


def run(*, interview_id: int) -> None:
    """Make the match of an interview that waits for it. Raises Unavailable while it may be tried again."""
    interview = Interview.objects.select_related("job__company").filter(pk=interview_id).first()
    if interview is None or interview.match_score is not None or stages.current(interview) != Stage.MATCH:
        return
    try:
        answer = budgets.llm_for(interview).match(
            job_brief(interview.job, language_of(interview)), candidate_brief(interview)
        )
    except (Rejected, Misconfigured, Unavailable) as problem:
        _failed(interview, problem)
        return
    usage, found = answer.usage, answer.value
    journal.provider_call(port="llm", purpose="match", usage=usage, subject=interview)
    feedback = {
        "parts": [asdict(part) for part in found.parts],
        "matched": list(found.matched),
        "missing": list(found.missing),
        "explanation": found.explanation,
        "engine": usage.engine,
        "engine_version": usage.engine_version,
        "model": usage.model,
        "prompt_version": usage.prompt_version,
        "is_offline": usage.engine == "offline",
    }
    with transaction.atomic():
        waiting = Interview.objects.filter(
            pk=interview.pk, match_score=None, status=InterviewStatus.IN_PROGRESS
        )
        if not waiting.update(match_score=round(found.score, 2), match_feedback=feedback):
            return  # the same task ran twice and the other one was first
        interview.match_score = round(found.score, 2)
        if is_below_threshold(interview):
            INTERVIEW.move(interview, InterviewStatus.SCREENED_OUT, actor="system")


def _failed(interview: Interview, problem: Exception) -> None:
    """Count a failure; after the last one the candidate goes on "not matched". Raises Unavailable before."""
    journal.provider_call(
        port="llm", purpose="match", subject=interview, error=str(problem), engine=get_llm().label[:40]
    )
    attempt = stages.enter(interview=interview, stage=Stage.MATCH)
    tries = int(attempt.state.get("tries", 0)) + 1
    is_last = tries >= MAX_TRIES or isinstance(problem, Rejected)
    state = {**attempt.state, "tries": tries, "given_up": is_last}
    interview.stage_attempts.filter(pk=attempt.pk).update(state=state)
    if not is_last:
        raise Unavailable(str(problem))


def is_below_threshold(interview: Interview) -> bool:
    """Whether the score is known and lower than the job asks."""
    threshold = stages.plan_of(interview).match_threshold
    return threshold is not None and interview.match_score is not None and interview.match_score < threshold


def is_ready(interview: Interview) -> bool:
    """Whether the candidate can go on: matched, or given up on."""
    if interview.match_score is not None:
        return True
    attempt = interview.stage_attempts.filter(stage=Stage.MATCH).first()
    return bool(attempt and attempt.state.get("given_up"))


def tries(interview: Interview) -> int:
    """How often the engine has failed us for this match."""
    attempt = interview.stage_attempts.filter(stage=Stage.MATCH).first()
    return int(attempt.state.get("tries", 0)) if attempt else 0


def go_on(*, interview: Interview) -> None:
    """Leave the match for the next stage, when it is made and high enough."""
    if is_ready(interview) and interview.status == InterviewStatus.IN_PROGRESS:
        stages.finish(interview=interview, stage=Stage.MATCH)


@background.reconciler
def find_unmatched() -> int:
    """Ask again for matches whose task was lost."""
    from interviews import tasks

    waiting = Interview.objects.filter(
        status=InterviewStatus.IN_PROGRESS, match_score=None, stage_attempts__stage=Stage.MATCH,
        stage_attempts__finished_at=None, stage_attempts__state__asked=True,
    )  # fmt: skip
    rows = [row for row in waiting.select_related("job")[:50] if not is_ready(row)]
    return background.ask_again(tasks.match, [(row.pk,) for row in rows])
