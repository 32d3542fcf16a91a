"""Questions of a quiz out of files and into files: checked as a whole, and written only when nothing is wrong."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction

from edudiagno import mcq_files
from edudiagno.mcq_files import FileQuestion, Reading
from edudiagno.models import EduDiagnoMCQQuestion, EduDiagnoTest
from edudiagno.services import questions
from interviewer.db import ordering
from interviewer.errors import Invalid
from interviewer.journal import services as journal


@dataclass(frozen=True)
class Imported:
    """What an import found: how many questions, what is wrong, and whether they were written."""

    count: int
    problems: list[str]
    is_written: bool


def import_questions(*, actor: object, test: EduDiagnoTest, content: bytes, is_dry: bool) -> Imported:
    """Read a CSV file or a QTI 3 package and add its questions to a draft; a dry run only says what would be.

    Raises Conflict for a published test. One mistake, and nothing is written.
    """
    questions.check_editable(test)
    reading = _read(content)
    rows = [_row(reading, test, one) for one in reading.questions]
    if reading.problems or is_dry:
        return Imported(len(reading.questions), reading.problems, False)
    with transaction.atomic():
        place = ordering.next_place(test.mcq_questions.all())
        for number, row in enumerate(rows):
            row.order = place + number
        EduDiagnoMCQQuestion.objects.bulk_create(rows)
        journal.record(
            actor=actor, action="edudiagno_questions.imported", subject=test, data={"count": len(rows)}
        )
    return Imported(len(rows), [], True)


def _read(content: bytes) -> Reading:
    is_qti = content[:2] == b"PK" or content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<"
    return mcq_files.read_qti(content) if is_qti else mcq_files.read_csv(content)


def _row(reading: Reading, test: EduDiagnoTest, one: FileQuestion) -> EduDiagnoMCQQuestion:
    """The question as a row, checked as the form checks it."""
    row = EduDiagnoMCQQuestion(
        test=test,
        description=one.description,
        question_type=one.question_type,
        category=one.category,
        marks=one.marks,
        seconds=one.seconds,
        pool=one.pool,
        explanation=one.explanation,
        options=one.options,
    )
    try:
        row.clean_fields(exclude=["test"])
        questions.check_options(question_type=row.question_type, options=row.options)
    except ValidationError as problem:
        for name, texts in problem.message_dict.items():
            reading.refuse(one.place, f"{name}: {' '.join(texts)}")
    except Invalid as problem:
        reading.refuse(one.place, problem.message)
    return row


def as_file_questions(*, test: EduDiagnoTest) -> list[FileQuestion]:
    """The questions of a test as files have them."""
    return [
        FileQuestion(
            place=str(row.order),
            description=row.description,
            options=row.options,
            question_type=row.question_type,
            category=row.category,
            marks=row.marks,
            seconds=row.seconds,
            pool=row.pool,
            explanation=row.explanation,
        )
        for row in test.mcq_questions.all()
    ]
