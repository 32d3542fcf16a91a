"""The coding section of an attempt: its problems, what is typed and sent, and what counts at the end."""

from __future__ import annotations

import uuid

from django.db import transaction

from assessments.enums import SubmissionKind, SubmissionStatus
from assessments.models.programs import AbstractSubmission
from assessments.queries import code_version
from assessments.services import drafts, judging, pairs, submissions
from edudiagno.enums import Section
from edudiagno.models import (
    EduDiagnoAttempt,
    EduDiagnoCodePair,
    EduDiagnoDSAImage,
    EduDiagnoDSAQuestion,
    EduDiagnoDSAResponse,
    EduDiagnoSubmission,
)
from edudiagno.scores import Part, weighted
from edudiagno.services import attempts
from interviewer import background
from interviewer.errors import NotFound
from seekers.models import JobSeeker

#: The name of the table of these submissions in the judge's.
KIND = "test"


def problems(*, attempt: EduDiagnoAttempt) -> list[EduDiagnoDSAQuestion]:
    """The problems of an attempt, in its order, with their cases."""
    rows = attempt.dsa_responses.select_related("question").prefetch_related("question__cases")
    return [row.question for row in rows]


def problem(*, seeker: JobSeeker, uid: uuid.UUID, problem_uid: uuid.UUID) -> EduDiagnoDSAQuestion:
    """One problem of an attempt while the section is open; raises NotFound or TooLate."""
    attempt = attempts.require(seeker=seeker, uid=uid, section=Section.CODING)
    row = EduDiagnoDSAQuestion.objects.filter(responses__attempt=attempt, uid=problem_uid).first()
    if row is None:
        raise NotFound
    return row


def image_of(*, seeker: JobSeeker, uid: uuid.UUID, problem_uid: uuid.UUID, number: int) -> EduDiagnoDSAImage:
    """A picture in the statement of one of this attempt's problems; raises NotFound."""
    row = problem(seeker=seeker, uid=uid, problem_uid=problem_uid).images.filter(pk=number).first()
    if row is None:
        raise NotFound
    return row


def save_draft(
    *, seeker: JobSeeker, uid: uuid.UUID, problem_uid: uuid.UUID, language: str, code: str
) -> None:
    """Keep what is typed. How it is typed is not recorded in tests."""
    question = problem(seeker=seeker, uid=uid, problem_uid=problem_uid)
    attempt = attempts.require(seeker=seeker, uid=uid, section=Section.CODING)
    drafts.save(sitting=attempt, question=question, language=language, code=code)


def send(
    *,
    seeker: JobSeeker,
    uid: uuid.UUID,
    problem_uid: uuid.UUID,
    kind: str,
    language: str,
    code: str,
    own_input: str | None = None,
) -> AbstractSubmission:
    """Run or submit a program; it is kept as a draft first, so that a refusal loses nothing."""
    question = problem(seeker=seeker, uid=uid, problem_uid=problem_uid)
    attempt = attempts.require(seeker=seeker, uid=uid, section=Section.CODING)
    drafts.save(sitting=attempt, question=question, language=language, code=code)
    return submissions.take(
        sitting=attempt,
        question=question,
        kind=SubmissionKind(kind),
        language=language,
        code=code,
        allowed_languages=attempt.test.coding_languages,
        own_input=own_input,
    )


def cancel(*, seeker: JobSeeker, uid: uuid.UUID, submission_uid: uuid.UUID) -> AbstractSubmission:
    """Stop the judging of a submission."""
    attempt = attempts.require(seeker=seeker, uid=uid, section=Section.CODING)
    return submissions.cancel(sitting=attempt, uid=submission_uid)


def restore(*, seeker: JobSeeker, uid: uuid.UUID, problem_uid: uuid.UUID, language: str, version: str) -> str:
    """Put an earlier version of the code back, keeping the present one as a version; returns its code."""
    question = problem(seeker=seeker, uid=uid, problem_uid=problem_uid)
    attempt = attempts.require(seeker=seeker, uid=uid, section=Section.CODING)
    found = code_version(sitting=attempt, question=question, language=language, version=version)
    if found is None:
        raise NotFound
    drafts.save(sitting=attempt, question=question, language=language, code=found.code, is_restored=True)
    return found.code


def submit_forgotten(*, attempt: EduDiagnoAttempt) -> None:
    """Submit what was written and never sent: it counts though the clock struck."""
    submissions.submit_forgotten(sitting=attempt, questions=problems(attempt=attempt))


def is_judging(*, attempt: EduDiagnoAttempt) -> bool:
    """Whether a submission that may count has no verdict yet."""
    rows = attempt.submissions.filter(kind=SubmissionKind.SUBMIT)
    return rows.filter(status__in=[SubmissionStatus.QUEUED, SubmissionStatus.JUDGING]).exists()


def score(*, attempt: EduDiagnoAttempt) -> float | None:
    """The mean of the best scores weighted by the problems' marks, 0 to 100; a problem without a submission gives
    0, one that could not be judged is left out. None when there is none to count."""
    settled = [SubmissionStatus.DONE, SubmissionStatus.CANCELLED]  # cancelling is the job seeker's own doing
    sent = attempt.submissions.filter(kind=SubmissionKind.SUBMIT).exclude(status__in=settled)
    unjudged = set(sent.values_list("question_id", flat=True))
    return weighted(
        Part(
            row.question.marks,
            None if row.question_id in unjudged and not row.submission_id else float(row.score),
        )
        for row in attempt.dsa_responses.select_related("question")
    )


def verdict_came(row: EduDiagnoSubmission) -> None:
    """A submission is judged, or never will be: scoring may have waited for it."""
    from edudiagno.services import scoring

    scoring.nudge(attempt=row.attempt)


def ask_comparison(*, attempt: EduDiagnoAttempt) -> None:
    """Have the problems of an attempt compared with those of others."""
    from edudiagno import tasks

    rows = attempt.dsa_responses.exclude(submission=None)
    for question_id in rows.values_list("question_id", flat=True):
        background.enqueue(tasks.compare_test_programs, question_id)


def compare(*, question_id: int) -> int:
    """Compare the best programs of different job seekers for a problem and store those that are alike; returns how
    many. May run again at any time."""
    rows = EduDiagnoDSAResponse.objects.filter(question=question_id).exclude(submission=None)
    newest = list(
        rows.select_related("submission", "attempt").order_by("-submission_id")[: pairs.MAX_PROGRAMS]
    )
    owner = {row.submission_id: row.attempt.job_seeker_id for row in newest}
    found = [
        EduDiagnoCodePair(question_id=question_id, **vars(pair))
        for pair in pairs.alike(row.submission for row in newest)
        if owner[pair.first_id] != owner[pair.second_id]
    ]
    with transaction.atomic():
        wanted = {(pair.first_id, pair.second_id) for pair in found}
        kept = EduDiagnoCodePair.objects.select_for_update().filter(question=question_id)
        present = {(row.first_id, row.second_id): row for row in kept}
        gone = [row.pk for pair, row in present.items() if pair not in wanted]
        EduDiagnoCodePair.objects.filter(pk__in=gone).delete()
        EduDiagnoCodePair.objects.bulk_create(
            pair for pair in found if (pair.first_id, pair.second_id) not in present
        )
    return len(found)


def register() -> None:
    """Tell the judge of this kind of submission."""
    judging.KINDS[KIND] = judging.Kind(EduDiagnoSubmission, verdict_came)
