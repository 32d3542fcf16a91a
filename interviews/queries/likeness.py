"""Two candidates' programs side by side, the lines that are alike marked."""

from __future__ import annotations

from dataclasses import dataclass

from assessments.models import CodePair, Submission


@dataclass(frozen=True)
class Line:
    """A line of a program; `passage` is the number of the passage it lies in, 0 for none."""

    number: int
    text: str
    passage: int


@dataclass(frozen=True)
class Side:
    """One program of a pair."""

    submission: Submission
    lines: list[Line]


def sides(pair: CodePair) -> tuple[Side, Side]:
    """Both programs with their marked lines."""
    return (
        Side(pair.first, _lines(pair.first.code, [tuple(one[:2]) for one in pair.passages])),
        Side(pair.second, _lines(pair.second.code, [tuple(one[2:]) for one in pair.passages])),
    )


def _lines(code: str, passages: list[tuple[int, ...]]) -> list[Line]:
    rows = []
    for number, text in enumerate(code.splitlines(), 1):
        inside = [place for place, (start, end) in enumerate(passages, 1) if start <= number <= end]
        rows.append(Line(number, text, inside[0] if inside else 0))
    return rows
