"""What a candidate types is kept as it is typed, for each problem and language."""

from __future__ import annotations

from typing import Any

from assessments.models import CodeDraft, DSAQuestion
from assessments.services.sources import checked_source


def save(*, interview: Any, question: DSAQuestion, language: str, code: str) -> CodeDraft:
    """Keep the code of a problem in a language; raises Invalid when it is too large or not text. The caller
    has checked that the stage is open."""
    checked = checked_source(code, may_be_empty=True)
    draft, _is_new = CodeDraft.objects.update_or_create(
        interview=interview, question=question, language=language, defaults={"code": checked}
    )
    return draft


def newest(*, interview: Any, question: DSAQuestion) -> CodeDraft | None:
    """The draft that was typed last for a problem."""
    return CodeDraft.objects.filter(interview=interview, question=question).order_by("-updated_at").first()
