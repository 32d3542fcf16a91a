"""The coding stage of an interview: which problems, until when, and what is handed in at the end."""

from __future__ import annotations

import uuid

from django.db import transaction

from assessments.enums import SubmissionKind
from assessments.models import DSAImage, DSAQuestion, Submission
from assessments.queries import code_version
from assessments.services import drafts, submissions
from interviewer.errors import NotFound
from interviews.consents import WITHOUT_TYPING
from interviews.enums import Stage
from interviews.models import Interview, StageAttempt
from interviews.services import stages


def begin(*, interview: Interview) -> StageAttempt:
    """Enter the coding stage; on the first time its problems are fixed for this candidate."""
    attempt = stages.enter(interview=interview, stage=Stage.CODING)
    if "problems" not in attempt.state:
        with transaction.atomic():
            attempt = StageAttempt.objects.select_for_update().get(pk=attempt.pk)
            rows = DSAQuestion.objects.for_job(interview.job).filter(approved=True)
            attempt.state = {"problems": list(rows.values_list("pk", flat=True)), **attempt.state}
            attempt.save(update_fields=["state", "updated_at"])
    return attempt


def problems(attempt: StageAttempt) -> list[DSAQuestion]:
    """The problems of this candidate, in order, with their cases."""
    rows = DSAQuestion.objects.filter(pk__in=attempt.state.get("problems", [])).prefetch_related("cases")
    return sorted(rows, key=lambda row: attempt.state["problems"].index(row.pk))


def problem(*, interview: Interview, uid: uuid.UUID) -> DSAQuestion:
    """One problem of this candidate while the stage is open; raises NotFound, WrongStage or TooLate."""
    attempt = stages.require(interview=interview, stage=Stage.CODING)
    row = DSAQuestion.objects.filter(pk__in=attempt.state.get("problems", []), uid=uid).first()
    if row is None:
        raise NotFound
    return row


def records_typing(interview: Interview) -> bool:
    """Whether the candidate agreed to a text that says that it is recorded how code is typed."""
    return interview.consents.exclude(text_version__in=WITHOUT_TYPING).exists()


def image_of(*, interview: Interview, problem_uid: uuid.UUID, number: int) -> DSAImage:
    """A picture in the statement of one of this candidate's problems; raises NotFound."""
    image = problem(interview=interview, uid=problem_uid).images.filter(pk=number).first()
    if image is None:
        raise NotFound
    return image


def save_draft(
    *, interview: Interview, problem_uid: uuid.UUID, language: str, code: str, typing: str = ""
) -> None:
    """Keep what is typed, and how it was typed where the candidate agreed to that."""
    drafts.save(
        sitting=interview,
        question=problem(interview=interview, uid=problem_uid),
        language=language,
        code=code,
        is_recorded=records_typing(interview),
        typing=typing,
    )


def restore(*, interview: Interview, problem_uid: uuid.UUID, language: str, version: str) -> str:
    """Put an earlier version of the code back, keeping the present one as a version; returns its code. Raises
    NotFound for a version that is not there."""
    question = problem(interview=interview, uid=problem_uid)
    found = code_version(sitting=interview, question=question, language=language, version=version)
    if found is None:
        raise NotFound
    drafts.save(
        sitting=interview,
        question=question,
        language=language,
        code=found.code,
        is_recorded=records_typing(interview),
        is_restored=True,
    )
    return found.code


def send(
    *,
    interview: Interview,
    problem_uid: uuid.UUID,
    kind: str,
    language: str,
    code: str,
    own_input: str | None = None,
    typing: str = "",
) -> Submission:
    """Run or submit a program; it is kept as a draft first, so that a refusal loses nothing."""
    question = problem(interview=interview, uid=problem_uid)
    save_draft(interview=interview, problem_uid=problem_uid, language=language, code=code, typing=typing)
    return submissions.take(
        sitting=interview,
        question=question,
        kind=SubmissionKind(kind),
        language=language,
        code=code,
        allowed_languages=stages.plan_of(interview).coding_languages,
        own_input=own_input,
    )


def cancel(*, interview: Interview, uid: uuid.UUID) -> Submission:
    """Stop the judging of a submission."""
    stages.require(interview=interview, stage=Stage.CODING)
    return submissions.cancel(sitting=interview, uid=uid)


def finish(*, interview: Interview) -> None:
    """Hand the stage in."""
    stages.require(interview=interview, stage=Stage.CODING)
    stages.finish(interview=interview, stage=Stage.CODING)


def close(*, interview: Interview) -> None:
    """What happens when the stage ends, by hand or by the clock: unsubmitted drafts are submitted."""
    attempt = interview.stage_attempts.filter(stage=Stage.CODING).first()
    if attempt:
        submissions.submit_forgotten(sitting=interview, questions=problems(attempt))
