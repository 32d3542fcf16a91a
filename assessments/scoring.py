"""Scores of code: calculations on plain values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class CaseOutcome:
    """Whether a case passed, and what it weighs."""

    passed: bool
    weight: int = 1


def partial_credit(cases: Iterable[CaseOutcome]) -> float:
    """The share of the weights of the passed cases, 0 to 100."""
    rows = list(cases)
    total = sum(row.weight for row in rows)
    return round(100 * sum(row.weight for row in rows if row.passed) / total, 2) if total else 0.0
