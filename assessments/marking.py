"""Marking a quiz: a calculation on plain values.

A question gives its marks when exactly the right options were chosen, and nothing otherwise; where there is negative
marking, a wrong answer takes a share of them away and an open question does not. The score is the share of all marks,
0 to 100, and never below 0. Interviews have no negative marking.
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
    penalty_percent: int = 0

    @property
    def is_right(self) -> bool:
        """Whether exactly the right options were chosen."""
        return bool(self.right) and self.right == self.chosen

    @property
    def given(self) -> float:
        """The marks given; below nothing for a wrong answer where there is negative marking."""
        if self.is_right:
            return self.marks
        return -self.marks * self.penalty_percent / 100 if self.chosen else 0


def percent(questions: Iterable[Marked]) -> float | None:
    """The share of marks reached, 0 to 100; None for a quiz without questions."""
    rows = list(questions)
    total = sum(row.marks for row in rows)
    return round(max(0.0, 100 * sum(row.given for row in rows) / total), 2) if total else None


def by_section(questions: Iterable[Marked]) -> dict[str, float | None]:
    """The share of marks reached in each section."""
    rows = list(questions)
    return {
        category: percent(r for r in rows if r.category == category)
        for category in {r.category for r in rows}
    }
