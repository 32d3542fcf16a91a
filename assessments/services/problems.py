"""Writing a job's coding problems, and copying them from the pool."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from assessments.enums import Difficulty
from assessments.models import DSAPoolQuestion, DSAQuestion, DSATestCase
from companies.enums import JobStatus
from companies.models import AiInterviewedJob
from interviewer.db import ordering
from interviewer.errors import Invalid
from interviewer.journal import services as journal

MAX_CASES = 60
MAX_CASE_CHARACTERS = 100_000


@dataclass(frozen=True)
class ProblemText:
    """A problem as it was written. `seconds_limit` is CPU time for one case."""

    title: str
    description: str
    difficulty: str = Difficulty.EASY
    minutes: int = 20
    seconds_limit: Decimal = Decimal("2")
    memory_mib: int = 256


@dataclass(frozen=True)
class CaseText:
    """An input with its right output; `pk` names the case that it replaces."""

    input: str
    expected_output: str
    is_sample: bool = False
    weight: int = 1
    pk: int | None = None


def save(
    *,
    actor: object,
    job: AiInterviewedJob,
    problem: DSAQuestion | None,
    text: ProblemText,
    cases: Sequence[CaseText],
) -> DSAQuestion:
    """Write a new problem, or a present one anew; cases that are not named any more are dropped.

    Once the job was published a changed problem takes the place of the old one, which stays as it was for the
    candidates who have it before them or were judged by it.
    """
    if len(cases) > MAX_CASES:
        raise Invalid(_("A problem may have %(n)d cases.") % {"n": MAX_CASES})
    with transaction.atomic():
        row = problem or DSAQuestion(job=job, order=ordering.next_place(DSAQuestion.objects.for_job(job)))
        if problem and (job.status != JobStatus.DRAFT or problem.submissions.exists()):
            row = _successor(problem)
        for name, value in asdict(text).items():
            setattr(row, name, value)
        row.save()
        _write_cases(row, cases)
        action = "problem.edited" if problem else "problem.added"
        journal.record(actor=actor, action=action, subject=row, company_id=job.company_id)
    return row


def _successor(problem: DSAQuestion) -> DSAQuestion:
    DSAQuestion.objects.filter(pk=problem.pk).update(deleted_at=timezone.now())
    names = ("job_id", "order", "copied_from_id", "checker", "approved")
    return DSAQuestion(**{name: getattr(problem, name) for name in names})


def _write_cases(problem: DSAQuestion, cases: Sequence[CaseText]) -> None:
    present = {case.pk: case for case in problem.cases.all()}
    for number, text in enumerate(cases):
        # A number that is not of this problem is no case of it: it becomes a new one.
        row = present.pop(text.pk, None) or DSATestCase(question=problem)
        row.input, row.expected_output = text.input, text.expected_output
        row.is_sample, row.weight, row.order = text.is_sample, text.weight, number
        row.save()
    problem.cases.filter(pk__in=present).delete()


def copy_from_pool(*, actor: object, job: AiInterviewedJob, source: DSAPoolQuestion) -> DSAQuestion:
    """Copy a problem of the pool with its cases; later changes of the pool do not reach the copy."""
    names = ("title", "description", "difficulty", "minutes", "seconds_limit", "memory_mib", "checker")
    with transaction.atomic():
        row = DSAQuestion.objects.create(
            job=job,
            copied_from=source,
            order=ordering.next_place(DSAQuestion.objects.for_job(job)),
            **{name: getattr(source, name) for name in names},
        )
        kept = ("input", "expected_output", "is_sample", "weight", "order")
        DSATestCase.objects.bulk_create(
            DSATestCase(question=row, **{name: getattr(case, name) for name in kept})
            for case in source.cases.all()
        )
        journal.record(actor=actor, action="problem.copied", subject=row, company_id=job.company_id)
    return row


def delete(*, actor: object, problem: DSAQuestion) -> None:
    """Take a problem out of the job; what was submitted to it stays."""
    with transaction.atomic():
        problem.deleted_at = timezone.now()
        problem.save(update_fields=["deleted_at", "updated_at"])
        journal.record(
            actor=actor, action="problem.deleted", subject=problem, company_id=problem.job.company_id
        )


def move(*, problem: DSAQuestion, up: bool) -> None:
    """Change places with the neighbour."""
    ordering.move(problem, DSAQuestion.objects.for_job(problem.job), up=up)
