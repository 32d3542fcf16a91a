"""Problem packages into jobs and the pool, and out again."""

from __future__ import annotations

import math
from decimal import Decimal
from typing import IO

import filetype
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from assessments.checking import valid_groups
from assessments.enums import CheckerKind, Expected
from assessments.models import DSAPoolQuestion, DSAQuestion
from assessments.models.bases import AbstractProblem
from assessments.packages import writing
from assessments.packages.contents import CURRENT, Package, PackageCase, PackageSubmission
from assessments.packages.files import PackageRefused, read_zip
from assessments.packages.reading import read
from assessments.services import references
from assessments.services.problems import MAX_CASE_CHARACTERS, MAX_CASES
from companies.models import AiInterviewedJob
from interviewer.db import ordering
from interviewer.errors import Conflict, Invalid
from interviewer.journal import services as journal

MAX_IMAGE_BYTES = 2 * 1024 * 1024
MAX_IMAGES = 20
IMAGE_TYPES = {"image/png", "image/jpeg", "image/gif", "image/webp"}
_FOLDERS = {
    Expected.ACCEPTED: "accepted",
    Expected.REJECTED: "rejected",
    Expected.WRONG_ANSWER: "wrong_answer",
    Expected.TIME_LIMIT: "time_limit_exceeded",
    Expected.RUNTIME_ERROR: "run_time_error",
}


def import_to_job(
    *, actor: object, job: AiInterviewedJob, archive: IO[bytes]
) -> tuple[DSAQuestion, list[str]]:
    """Add the problem of a package to a job, with notes on what was left out. Raises Invalid."""
    package = _package(archive)
    with transaction.atomic():
        row = DSAQuestion(job=job, order=ordering.next_place(DSAQuestion.objects.for_job(job)))
        notes = _fill(row, package)
        journal.record(actor=actor, action="problem.imported", subject=row, company_id=job.company_id)
    return row, notes


def import_to_pool(*, actor: object, archive: IO[bytes]) -> tuple[DSAPoolQuestion, list[str]]:
    """Add the problem of a package to the pool, not approved yet. Raises Invalid."""
    package = _package(archive)
    slug, taken = slugify(package.name)[:70] or "problem", DSAPoolQuestion.objects
    number = 1
    while taken.filter(slug=f"{slug}-{number}" if number > 1 else slug).exists():
        number += 1
    with transaction.atomic():
        row = DSAPoolQuestion(
            topic="imported", approved=False, slug=f"{slug}-{number}" if number > 1 else slug
        )
        notes = _fill(row, package)
        journal.record(actor=actor, action="problem.imported", subject=row)
    return row, notes


def fill(row: AbstractProblem, archive: IO[bytes]) -> list[str]:
    """Write the problem of a package into a new row, with notes on what was left out. Call it in a transaction.
    Raises Invalid."""
    return _fill(row, _package(archive))


def _package(archive: IO[bytes]) -> Package:
    try:
        return read(read_zip(archive))
    except PackageRefused as problem:
        message = str(problem)
        raise Invalid(message, fields={"package": message}) from problem


def _refuse(message: str) -> Invalid:
    return Invalid(message, fields={"package": message})


def _fill(row: AbstractProblem, package: Package) -> list[str]:
    """Write everything; what can't be kept is noted."""
    notes = list(package.notes)
    if len(package.cases) > MAX_CASES:
        text = _("The package has %(count)d cases; a problem may have %(limit)d.")
        raise _refuse(text % {"count": len(package.cases), "limit": MAX_CASES})
    try:
        valid_groups(list(package.groups))
    except ValidationError as problem:
        raise _refuse(" ".join(problem.messages)) from problem
    row.title, row.description = package.name, package.statement or package.name
    row.seconds_limit = _seconds(package, notes)
    row.memory_mib, row.checker = package.memory_mib, package.checker
    row.checker_options, row.groups = package.checker_options, list(package.groups)
    row.validator_source, row.validator_language = package.validator_source, package.validator_language
    row.save()
    row.cases.bulk_create(_case(row, order, case) for order, case in enumerate(package.cases))
    for name, content in package.images.items():
        try:
            add_image(problem=row, name=name, content=content)
        except Invalid as refusal:
            notes.append(refusal.message)
    for one in package.submissions:
        _add_reference(row, one, notes)
    return notes


def _seconds(package: Package, notes: list[str]) -> Decimal:
    if package.time_limit is None:
        notes.append(_("The package names no time limit; 2 seconds were set."))
        return Decimal(2)
    wanted = math.ceil(package.time_limit * 10) / 10
    given = min(max(wanted, 0.1), 20.0)
    if given != wanted:
        notes.append(_("The time limit became %(n)s seconds.") % {"n": given})
    return Decimal(str(given))


def _case(row: AbstractProblem, order: int, case: PackageCase) -> object:
    try:
        given, answer = case.input.decode(), case.answer.decode()
    except UnicodeDecodeError as problem:
        raise _refuse(_("The case %(name)s is not text.") % {"name": case.name}) from problem
    if max(len(given), len(answer)) > MAX_CASE_CHARACTERS:
        text = _("The case %(name)s has more than %(n)d characters.")
        raise _refuse(text % {"name": case.name, "n": MAX_CASE_CHARACTERS})
    if "\0" in given + answer:
        raise _refuse(_("The case %(name)s is not text.") % {"name": case.name})
    return row.cases.model(
        question=row, input=given, expected_output=answer, is_sample=case.is_sample, order=order,
        group=case.group[:60], arguments=list(case.arguments),
    )  # fmt: skip


def picture_name(uploaded: str) -> str:
    """A name for a picture that can stand in Markdown, from the one that it was uploaded with."""
    stem, _dot, ending = uploaded.rpartition(".")
    return f"{slugify(stem)[:60] or 'picture'}.{slugify(ending)[:5] or 'png'}"


def add_image(*, problem: AbstractProblem, name: str, content: bytes) -> None:
    """Keep a picture of a statement; raises Invalid for what is no picture, too large, or one too many."""
    kind = filetype.guess(content)
    if kind is None or kind.mime not in IMAGE_TYPES:
        text = _("“%(name)s” is not a picture that is taken (PNG, JPEG, GIF or WebP).")
        raise Invalid(text % {"name": name[:60]}, fields={"image": text % {"name": name[:60]}})
    if len(content) > MAX_IMAGE_BYTES or len(name) > 100:
        text = _("“%(name)s” is larger than 2 MB.") % {"name": name[:60]}
        raise Invalid(text, fields={"image": text})
    others = problem.images.exclude(name=name)
    if others.count() >= MAX_IMAGES:
        raise Invalid(_("A problem may have %(n)d pictures.") % {"n": MAX_IMAGES})
    problem.images.filter(name=name).delete()
    problem.images.create(name=name, file=ContentFile(content, name=f"{problem.uid}.{kind.extension}"))


def _add_reference(row: AbstractProblem, one: PackageSubmission, notes: list[str]) -> None:
    short = one.path.removeprefix("submissions/")
    expected = _expected(one.expected)
    if one.skipped or expected is None:
        reason = one.skipped or _("its expected verdict is not kept")
        notes.append(_("%(name)s was left out: %(reason)s.") % {"name": short, "reason": reason})
        return
    text = references.ReferenceText(short, one.language, one.source, expected)
    try:
        references.add(problem=row, text=text)
    except Invalid as refusal:
        notes.append(_("%(name)s was left out: %(reason)s.") % {"name": short, "reason": refusal.message})


def _expected(verdicts: tuple[str, ...]) -> Expected | None:
    """What a reference must get, from the verdicts that a package lets a submission have."""
    if verdicts == ("AC",):
        return Expected.ACCEPTED
    if not verdicts or "AC" in verdicts or "CE" in verdicts:
        return None
    single = {
        "WA": Expected.WRONG_ANSWER,
        "TLE": Expected.TIME_LIMIT,
        "RTE": Expected.RUNTIME_ERROR,
    }
    main = set(verdicts) - {"PE"}
    return single.get(main.pop(), Expected.REJECTED) if len(main) == 1 else Expected.REJECTED


def export(*, problem: AbstractProblem) -> tuple[str, bytes]:
    """A problem as a package: the name of its folder, and the zip. Raises Conflict for what the format lacks."""
    if problem.checker_options.get("exit_codes", "kattis") != "kattis":
        raise Conflict(_("Packages know only the exit codes 42 and 43; this validator has those of testlib."))
    images = {}
    for image in problem.images.all():
        with image.file.open("rb") as stored:
            images[image.name] = stored.read()
    name = writing.tame(problem.title).replace("-", "") or "problem"
    package = Package(
        format=CURRENT,
        name=problem.title,
        statement=problem.description,
        cases=tuple(
            PackageCase(
                str(case.pk), case.input.encode(), case.expected_output.encode(),
                case.is_sample, case.group, tuple(case.arguments),
            )
            for case in problem.cases.all()
        ),
        submissions=tuple(_submissions(problem)),
        time_limit=float(problem.seconds_limit),
        memory_mib=problem.memory_mib,
        checker=CheckerKind(problem.checker),
        checker_options=problem.checker_options,
        validator_source=problem.validator_source,
        validator_language=problem.validator_language,
        groups=tuple(problem.groups),
        images=images,
    )  # fmt: skip
    return name, writing.as_zip(package, name)


def _submissions(problem: AbstractProblem) -> list[PackageSubmission]:
    made = []
    for number, row in enumerate(problem.references.all(), 1):
        folder = _FOLDERS[Expected(row.expected)]
        stem = writing.tame(row.name.rsplit("/", 1)[-1].rsplit(".", 1)[0])
        path = f"submissions/{folder}/{stem}-{number}.{writing.ENDINGS.get(row.language, row.language)}"
        made.append(PackageSubmission(path, row.language, row.code, ()))
    return made
