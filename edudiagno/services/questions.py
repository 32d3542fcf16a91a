"""Writing the questions of a test: only while nobody can have them before them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import IO, Any

from django.db import models, transaction
from django.utils.translation import gettext as _

from assessments.models import DSAPoolQuestion
from assessments.services import packages, problems, quizzes, references
from assessments.services.quizzes import OptionText
from edudiagno import rules
from edudiagno.models import (
    EduDiagnoDraw,
    EduDiagnoDSAImage,
    EduDiagnoDSAQuestion,
    EduDiagnoDSATestCase,
    EduDiagnoMCQQuestion,
    EduDiagnoTest,
    EduDiagnoVideoQuestion,
)
from interviewer.db import ordering
from interviewer.errors import Conflict, Invalid
from interviewer.journal import services as journal

_MCQ = (
    *("description", "question_type", "category", "seconds", "image", "image_text", "explanation"),
    *("marks", "approved", "order", "options", "pool"),
)
_VIDEO = (
    *("question", "expected_points", "explanation", "preparation_seconds", "answer_seconds"),
    *("marks", "pool", "order"),
)
_PROBLEM = ("marks", "explanation", "pool", "copied_from_id", "approved", "order")


def check_editable(test: EduDiagnoTest) -> None:
    """Raise Conflict for a test whose questions job seekers may have before them."""
    if not rules.can_edit(test):
        raise Conflict(
            _("The questions of a published test stay as they are. Make a new version of it and change that.")
        )


def check_options(*, question_type: str, options: object) -> None:
    """Raise Invalid for what is no list of options, or makes no question."""
    is_list = isinstance(options, list) and all(
        isinstance(one, dict)
        and set(one) == {"label", "is_correct"}
        and isinstance(one["label"], str)
        and 0 < len(one["label"].strip()) <= 500
        and isinstance(one["is_correct"], bool)
        for one in options
    )
    if not is_list:
        raise Invalid(_('Options are a list of {"label": text, "is_correct": true or false}.'))
    texts = [OptionText(one["label"].strip(), one["is_correct"]) for one in options]
    quizzes.check_options(question_type=question_type, options=texts)


def copy_from_pool(*, actor: object, test: EduDiagnoTest, source: DSAPoolQuestion) -> EduDiagnoDSAQuestion:
    """Copy a problem of the platform's pool into a draft, with cases, pictures and reference solutions."""
    check_editable(test)
    with transaction.atomic():
        row = _copy_problem(
            source, test=test, copied_from=source, order=ordering.next_place(test.dsa_questions.all())
        )
        journal.record(actor=actor, action="edudiagno_problem.copied", subject=row)
    return row


def import_package(
    *, actor: object, test: EduDiagnoTest, archive: IO[bytes]
) -> tuple[EduDiagnoDSAQuestion, list[str]]:
    """Add the problem of a package to a draft, with notes on what was left out. Raises Invalid."""
    check_editable(test)
    row = EduDiagnoDSAQuestion(test=test, order=ordering.next_place(test.dsa_questions.all()))
    with transaction.atomic():
        notes = packages.fill(row, archive)
        journal.record(actor=actor, action="edudiagno_problem.imported", subject=row)
    return row, notes


def copy_all(*, source: EduDiagnoTest, to: EduDiagnoTest) -> None:
    """Copy every question and draw of a test into another one. Call it in a transaction."""
    EduDiagnoMCQQuestion.objects.bulk_create(
        EduDiagnoMCQQuestion(test=to, **_values(row, _MCQ)) for row in source.mcq_questions.all()
    )
    EduDiagnoVideoQuestion.objects.bulk_create(
        EduDiagnoVideoQuestion(test=to, **_values(row, _VIDEO)) for row in source.video_questions.all()
    )
    for row in source.dsa_questions.prefetch_related("cases", "references", "images"):
        _copy_problem(row, test=to, **_values(row, _PROBLEM))
    EduDiagnoDraw.objects.bulk_create(
        EduDiagnoDraw(test=to, section=row.section, pool=row.pool, count=row.count)
        for row in source.draws.all()
    )


def _copy_problem(source: Any, **place: object) -> EduDiagnoDSAQuestion:
    row = EduDiagnoDSAQuestion.objects.create(**place, **_values(source, problems.COPIED))
    EduDiagnoDSATestCase.objects.bulk_create(
        EduDiagnoDSATestCase(question=row, **_values(case, problems.COPIED_OF_CASES))
        for case in source.cases.all()
    )
    # Stored files are never changed: both rows may name the same one.
    EduDiagnoDSAImage.objects.bulk_create(
        EduDiagnoDSAImage(question=row, name=image.name, file=image.file.name)
        for image in source.images.all()
    )
    references.copy(source=source, to=row)
    return row


def _values(row: models.Model, names: Sequence[str]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}
