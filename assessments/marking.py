"""Marking a quiz: a calculation on plain values.

A question gives its marks when exactly the right options were chosen, and nothing otherwise. The score is
the share of all marks, 0 to 100. There is no negative marking.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Marked:
    """A question with the ids of its right options and of those chosen."""

    category: str
    marks: int
    right: frozenset[int]
    chosen: frozenset[int]

    @property
    def is_right(self) -> bool:
        """Whether exactly the right options were chosen."""
        return bool(self.right) and self.right == self.chosen

    @property
    def given(self) -> int:
        """The marks given."""
        return self.marks if self.is_right else 0


def percent(questions: Iterable[Marked]) -> float | None:
    """The share of marks reached, 0 to 100; None for a quiz without questions."""
    rows = list(questions)
    total = sum(row.marks for row in rows)
    return round(100 * sum(row.given for row in rows) / total, 2) if total else None


def by_section(questions: Iterable[Marked]) -> dict[str, float | None]:
    """The share of marks reached in each section."""
    rows = list(questions)
    return {
        category: percent(r for r in rows if r.category == category)
        for category in {r.category for r in rows}
    }
