"""What a candidate types is kept as it is typed, for each problem and language."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from assessments.models.bases import AbstractProblem
from assessments.models.programs import AbstractCodeDraft
from assessments.services import typing_records, versions
from assessments.services.sources import checked_source
from interviewer.integrations.judge import get_judge


def save(
    *,
    sitting: Any,
    question: AbstractProblem,
    language: str,
    code: str,
    is_recorded: bool = False,
    typing: str = "",
    is_restored: bool = False,
) -> AbstractCodeDraft:
    """Keep the code of a problem in a language; raises Invalid when it is too large or not text. The caller
    has checked that the stage is open, and says whether it may be recorded how the code is typed (`typing`:
    what the browser noted of it) and whether an earlier version is put back."""
    checked = checked_source(code, may_be_empty=True)
    with transaction.atomic():
        rows = sitting.code_drafts.filter(question=question, language=language)
        old = rows.select_for_update().first()
        if old:
            versions.remember(draft=old, next_code=checked, always=is_restored)
        if is_recorded:
            typing_records.keep(
                interview=sitting,
                question=question,
                language=language,
                before=old.code if old else template(language),
                after=checked,
                sent=typing,
                is_restored=is_restored,
            )
        draft, _is_new = sitting.code_drafts.update_or_create(
            question=question, language=language, defaults={"code": checked}
        )
    return draft


def template(language: str) -> str:
    """What a language begins with; empty for one that is not known."""
    return next((one.template for one in get_judge().languages() if one.slug == language), "")


def newest(*, sitting: Any, question: AbstractProblem) -> AbstractCodeDraft | None:
    """The draft that was typed last for a problem."""
    return sitting.code_drafts.filter(question=question).order_by("-updated_at").first()
