"""Earlier versions of a draft: kept now and then as it is typed, bounded in number, there to come back to."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from assessments.models.programs import AbstractCodeDraft, AbstractCodeSnapshot

#: One version a minute at most, but always before much is thrown away.
EVERY = timedelta(minutes=1)
KEPT = 30
#: These newest ones are kept whatever they look like; of the older ones those go that lie closest together.
NEWEST_KEPT = 10


def remember(
    *, draft: AbstractCodeDraft, next_code: str, always: bool = False
) -> AbstractCodeSnapshot | None:
    """Keep a draft as it is before it becomes `next_code`, when it is worth it. Call it in the save's transaction."""
    if not draft.code.strip() or draft.code == next_code:
        return None
    newest = of_draft(draft).first()
    if newest and newest.code == draft.code:
        return None
    since = newest.typed_at if newest else draft.created_at
    is_due = draft.updated_at - since >= EVERY
    if not (always or is_due or len(next_code) < len(draft.code) / 2):
        return None
    made = draft.sitting.code_snapshots.create(
        question_id=draft.question_id,
        language=draft.language,
        code=draft.code,
        typed_at=draft.updated_at,
    )
    _thin_out(draft)
    return made


def of_draft(draft: AbstractCodeDraft) -> Any:
    """The versions of a draft, newest first."""
    return draft.sitting.code_snapshots.filter(question_id=draft.question_id, language=draft.language)


def _thin_out(draft: AbstractCodeDraft) -> None:
    """Let go of one when there are too many. The first one always stays."""
    rows = list(of_draft(draft).values_list("pk", "typed_at"))
    if len(rows) <= KEPT:
        return
    gaps = [
        (rows[place - 1][1] - rows[place + 1][1], rows[place][0])
        for place in range(NEWEST_KEPT, len(rows) - 1)
    ]
    draft.sitting.code_snapshots.filter(pk=min(gaps)[1]).delete()
