"""How scores are made from levels and parts: calculations on plain values, each documented with its formula."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

#: Behaviourally anchored rating scale, levels 1 to 5 (Smith & Kendall, 1963).
LEVELS = range(1, 6)


def level_percent(level: int) -> float:
    """A level on the scale of 0 to 100: level 1 is 0, level 3 is 50, level 5 is 100."""
    if level not in LEVELS:
        raise ValueError(f"A level is 1 to 5, not {level}.")
    return (level - 1) * 25.0


def weighted_mean(parts: Iterable[tuple[float | None, float]]) -> float | None:
    """The mean of the values that are there, each with its weight; None when none is, or none weighs.

    A part without a value is left out and the weights of the rest grow in proportion: what could not be
    assessed neither helps nor harms.
    """
    present = [(value, weight) for value, weight in parts if value is not None and weight > 0]
    total = sum(weight for _, weight in present)
    return round(sum(value * weight for value, weight in present) / total, 2) if total else None


@dataclass(frozen=True)
class Scored:
    """One competency: its weight, its dimension in the report, and its level if it was assessed."""

    key: str
    dimension: str
    weight: int
    level: int | None

    @property
    def percent(self) -> float | None:
        """The level on the scale of 0 to 100."""
        return None if self.level is None else level_percent(self.level)


@dataclass(frozen=True)
class Part:
    """One part of the overall score; `score` is None when the part was absent or not assessable."""

    key: str
    weight: int
    score: float | None


def conversation_score(competencies: Iterable[Scored]) -> float | None:
    """The weighted mean of the assessed competencies, 0 to 100."""
    return weighted_mean((item.percent, item.weight) for item in competencies)


def dimension_score(competencies: Iterable[Scored], dimension: str) -> float | None:
    """The weighted mean of the assessed competencies of one dimension (technical, communication, …)."""
    return weighted_mean((item.percent, item.weight) for item in competencies if item.dimension == dimension)


def overall_score(parts: Iterable[Part]) -> float | None:
    """The weighted mean of quiz, coding and conversation as far as they were scored, 0 to 100."""
    return weighted_mean((part.score, part.weight) for part in parts)


def shares(parts: Iterable[Part]) -> dict[str, int]:
    """The weight in percent that each scored part really had in the overall score."""
    present = [part for part in parts if part.score is not None and part.weight > 0]
    total = sum(part.weight for part in present)
    return {part.key: round(100 * part.weight / total) for part in present}
