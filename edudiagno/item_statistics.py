"""How good the questions of a quiz are: classical item statistics, calculated on plain values.

Difficulty is the share of right answers (p-value). Discrimination is the point-biserial correlation of the item with the
share of right answers to the other items, and the difference of p between the upper and the lower 27 % of the takers
(T. L. Kelley, "The selection of upper and lower groups for the validation of test items", 1939).
"""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

#: Of fewer answers nothing is said.
MIN_ANSWERS = 20
GROUP_SHARE = 0.27
TOO_HARD, TOO_EASY = 0.2, 0.95
WEAK = 0.1
#: A wrong option that fewer choose fools nobody.
IDLE_OPTION = 0.05


class Flag(StrEnum):
    """What is wrong with a question."""

    TOO_HARD = "too hard"
    TOO_EASY = "too easy"
    WEAK = "does not tell strong from weak"
    NEGATIVE = "weak takers do better: is the key wrong?"
    IDLE = "an option that nobody takes"
    BETTER = "a wrong option draws the strong takers"


@dataclass(frozen=True)
class Answered:
    """One answer to a question: whether it is right, the share of right answers to the others, what was chosen."""

    is_right: bool
    rest: float
    chosen: tuple[int, ...] = ()
    seconds: int = 0


@dataclass(frozen=True)
class OptionUse:
    """How often an option was chosen: by all, by the upper and by the lower group, as shares."""

    place: int
    is_right: bool
    share: float
    upper: float
    lower: float


@dataclass(frozen=True)
class Item:
    """What is known of one question."""

    answers: int
    p: float | None
    point_biserial: float | None
    upper_lower: float | None
    median_seconds: float | None
    options: tuple[OptionUse, ...]
    flags: tuple[Flag, ...]


def point_biserial(rows: Sequence[Answered]) -> float | None:
    """The correlation of right or wrong with the rest, -1 to 1; None where one of them does not vary."""
    if len(rows) < 2:
        return None
    items, rests = [float(row.is_right) for row in rows], [row.rest for row in rows]
    if len(set(items)) < 2 or len(set(rests)) < 2:
        return None
    return round(statistics.correlation(items, rests), 3)


def groups(rows: Sequence[Answered]) -> tuple[list[Answered], list[Answered]]:
    """The upper and the lower 27 % by the rest (at least one each); nothing of fewer than two answers."""
    if len(rows) < 2:
        return [], []
    ordered = sorted(rows, key=lambda row: row.rest)
    size = max(1, math.floor(GROUP_SHARE * len(rows) + 0.5))
    return ordered[-size:], ordered[:size]


def _p(rows: Sequence[Answered]) -> float:
    return sum(row.is_right for row in rows) / len(rows)


def analyse(rows: Sequence[Answered], *, options: int, right: frozenset[int]) -> Item:
    """What the answers to a question with so many options say of it."""
    upper, lower = groups(rows)
    uses = tuple(_use(rows, upper, lower, place, place in right) for place in range(options)) if rows else ()
    p = round(_p(rows), 3) if rows else None
    correlation = point_biserial(rows)
    difference = round(_p(upper) - _p(lower), 3) if upper else None
    times = [row.seconds for row in rows if row.seconds]
    return Item(
        answers=len(rows),
        p=p,
        point_biserial=correlation,
        upper_lower=difference,
        median_seconds=statistics.median(times) if times else None,
        options=uses,
        flags=_flags(len(rows), p, correlation, uses),
    )


def _use(
    rows: Sequence[Answered], upper: list[Answered], lower: list[Answered], place: int, is_right: bool
) -> OptionUse:
    def share(group: Sequence[Answered]) -> float:
        return round(sum(place in row.chosen for row in group) / len(group), 3) if group else 0.0

    return OptionUse(place, is_right, share(rows), share(upper), share(lower))


def _flags(
    count: int, p: float | None, correlation: float | None, uses: Sequence[OptionUse]
) -> tuple[Flag, ...]:
    if count < MIN_ANSWERS or p is None:
        return ()
    found = [Flag.TOO_HARD] if p < TOO_HARD else [Flag.TOO_EASY] if p > TOO_EASY else []
    if correlation is not None and correlation < 0:
        found.append(Flag.NEGATIVE)
    elif correlation is not None and correlation < WEAK:
        found.append(Flag.WEAK)
    wrong = [use for use in uses if not use.is_right]
    if any(use.upper > use.lower and use.upper >= 0.25 for use in wrong):
        found.append(Flag.BETTER)
    if any(use.share < IDLE_OPTION for use in wrong):
        found.append(Flag.IDLE)
    return tuple(found)
