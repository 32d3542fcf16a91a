"""Writing a job's coding problems, and copying them from the pool."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from assessments.checking import why_not_checker
from assessments.enums import CheckerKind, Difficulty
from assessments.models import DSAImage, DSAPoolQuestion, DSAQuestion, DSATestCase
from assessments.services import references
from companies.enums import JobStatus
from companies.models import AiInterviewedJob
from interviewer.db import ordering
from interviewer.errors import Invalid
from interviewer.journal import services as journal

MAX_CASES = 100
MAX_CASE_CHARACTERS = 1_000_000
#: What makes other verdicts when it changes.
JUDGED = (
    *("seconds_limit", "memory_mib", "checker", "checker_options"),
    *("validator_source", "validator_language", "groups"),
)
COPIED = ("title", "description", "difficulty", "minutes", "revision", *JUDGED)
COPIED_OF_CASES = ("input", "expected_output", "is_sample", "weight", "group", "arguments", "order")


@dataclass(frozen=True)
class ProblemText:
    """A problem as it was written. `seconds_limit` is CPU time for one case."""

    title: str
    description: str
    difficulty: str = Difficulty.EASY
    minutes: int = 20
    seconds_limit: Decimal = Decimal("2")
    memory_mib: int = 256
    checker: str = CheckerKind.TOKENS
    checker_options: dict[str, Any] = field(default_factory=dict)
    validator_source: str = ""
    validator_language: str = ""
    groups: list[dict[str, Any]] = field(default_factory=list)


@dataclass(frozen=True)
class CaseText:
    """An input with its right output; `pk` names the case that it replaces, whose text stays when `is_kept`."""

    input: str
    expected_output: str
    is_sample: bool = False
    weight: int = 1
    pk: int | None = None
    group: str = ""
    arguments: list[str] | None = None
    is_kept: bool = False


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
    candidates who have it before them or were judged by it. Reference solutions are judged again when something
    changed that is judged.
    """
    _check(text, cases)
    with transaction.atomic():
        row = problem or DSAQuestion(job=job, order=ordering.next_place(DSAQuestion.objects.for_job(job)))
        if problem and (job.status != JobStatus.DRAFT or problem.submissions.exists()):
            row, cases = _succeed(problem, cases)
        is_changed = any(getattr(row, name) != getattr(text, name) for name in JUDGED)
        for name in text.__dataclass_fields__:
            setattr(row, name, getattr(text, name))
        row.save()
        if _write_cases(row, cases) or is_changed:
            references.outdate(problem=row)
        action = "problem.edited" if problem else "problem.added"
        journal.record(actor=actor, action=action, subject=row, company_id=job.company_id)
    return row


def _succeed(problem: DSAQuestion, cases: Sequence[CaseText]) -> tuple[DSAQuestion, list[CaseText]]:
    """A copy in the problem's place, and the cases by the numbers that they have there."""
    DSAQuestion.objects.filter(pk=problem.pk).update(deleted_at=timezone.now())
    row = _copy(problem, **_values(problem, ("job_id", "order", "copied_from_id", "approved")))
    pairs = zip(problem.cases.all(), row.cases.all(), strict=True)
    numbers = {old.pk: new.pk for old, new in pairs}
    return row, [replace(case, pk=numbers.get(case.pk)) for case in cases]


def _check(text: ProblemText, cases: Sequence[CaseText]) -> None:
    if len(cases) > MAX_CASES:
        raise Invalid(_("A problem may have %(n)d cases.") % {"n": MAX_CASES})
    why = why_not_checker(text.checker, text.checker_options, has_program=bool(text.validator_source.strip()))
    if why:
        raise Invalid(why, fields={"checker": why})
    unknown = {case.group for case in cases if case.group} - {group["name"] for group in text.groups}
    if unknown and text.groups:
        why = _("A case names a group that there is not: %(name)s.") % {"name": min(unknown)}
        raise Invalid(why, fields={"groups": why})


def _write_cases(problem: DSAQuestion, cases: Sequence[CaseText]) -> bool:
    """Write them; whether anything is different from before."""
    present = {case.pk: case for case in problem.cases.all()}
    is_changed = False
    for number, text in enumerate(cases):
        # A number that is not of this problem is no case of it: it becomes a new one.
        row = present.pop(text.pk, None) or DSATestCase(question=problem)
        if text.is_kept and row.pk is None:
            continue
        before = _content(row)
        if not text.is_kept:
            row.input, row.expected_output = text.input, text.expected_output
        row.is_sample, row.weight, row.order, row.group = text.is_sample, text.weight, number, text.group
        if text.arguments is not None:
            row.arguments = text.arguments
        is_changed = is_changed or row.pk is None or _content(row) != before
        row.save()
    problem.cases.filter(pk__in=present).delete()
    return is_changed or bool(present)


def _content(case: DSATestCase) -> list[object]:
    return [getattr(case, name) for name in COPIED_OF_CASES if name != "order"]


def copy_from_pool(*, actor: object, job: AiInterviewedJob, source: DSAPoolQuestion) -> DSAQuestion:
    """Copy a problem of the pool with its cases, pictures and reference solutions; later changes of the pool do not
    reach the copy."""
    with transaction.atomic():
        place = ordering.next_place(DSAQuestion.objects.for_job(job))
        row = _copy(source, job=job, copied_from=source, order=place)
        journal.record(actor=actor, action="problem.copied", subject=row, company_id=job.company_id)
    return row


def _copy(source: DSAPoolQuestion | DSAQuestion, **place: object) -> DSAQuestion:
    row = DSAQuestion.objects.create(**place, **_values(source, COPIED))
    DSATestCase.objects.bulk_create(
        DSATestCase(question=row, **_values(case, COPIED_OF_CASES)) for case in source.cases.all()
    )
    # Stored files are never changed: both rows may name the same one.
    DSAImage.objects.bulk_create(
        DSAImage(question=row, name=image.name, file=image.file.name) for image in source.images.all()
    )
    references.copy(source=source, to=row)
    return row


def _values(row: models.Model, names: Sequence[str]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}


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
