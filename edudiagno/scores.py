"""Scores of attempts and the EduDiagno score: calculations on plain values (docs/edudiagno.md explains them)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from edudiagno.enums import Level

#: The version of the formula of the EduDiagno score; each score that is written names it in the journal.
FORMULA = 1
LEVEL_WEIGHTS = {Level.BEGINNER: 2, Level.INTERMEDIATE: 3, Level.ADVANCED: 4}
#: With fewer takers a percentile says nothing.
MIN_TAKERS = 10


@dataclass(frozen=True)
class Part:
    """A section or a question: its weight, and its score from 0 to 100, or None when it could not be scored."""

    weight: int
    score: float | None


def weighted(parts: Iterable[Part]) -> float | None:
    """The weighted mean of what was scored, 0 to 100; None when nothing was."""
    rows = [part for part in parts if part.score is not None and part.weight > 0]
    total = sum(part.weight for part in rows)
    return round(sum(part.weight * part.score for part in rows) / total, 2) if total else None


def of_level(level: int) -> float:
    """The score of a level: 1 gives 0, 5 gives 100."""
    return (level - 1) * 25.0


def percentile(score: float, others: Sequence[float]) -> int | None:
    """The share of the other takers who are below, half of those who are equal counted; None for too few."""
    if len(others) < MIN_TAKERS:
        return None
    below = sum(other < score for other in others)
    equal = sum(other == score for other in others)
    return round(100 * (below + equal / 2) / len(others))


@dataclass(frozen=True)
class Best:
    """The best valid attempt of one test."""

    level: str
    score: float


def edudiagno_score(bests: Iterable[Best]) -> float | None:
    """The mean of the best scores, weighted by the tests' levels; None without any."""
    return weighted(Part(LEVEL_WEIGHTS[Level(best.level)], best.score) for best in bests)
