"""Expected and printed output side by side, line by line."""

from __future__ import annotations

import difflib
from dataclasses import dataclass

MAX_LINES = 200


@dataclass(frozen=True)
class Row:
    """A line on each side; None where one side has no such line. Blanks at the end of a line do not count."""

    number: int
    expected: str | None
    printed: str | None
    is_same: bool


def compare_lines(expected: str, printed: str) -> list[Row]:
    """The lines of both, those that belong together in one row; the first 200 rows."""
    left = [line.rstrip() for line in expected.rstrip().splitlines()[:MAX_LINES]]
    right = [line.rstrip() for line in printed.rstrip().splitlines()[:MAX_LINES]]
    rows: list[tuple[str | None, str | None]] = []
    matcher = difflib.SequenceMatcher(None, left, right, autojunk=False)
    for _tag, start, end, other_start, other_end in matcher.get_opcodes():
        for place in range(max(end - start, other_end - other_start)):
            here = left[start + place] if start + place < end else None
            there = right[other_start + place] if other_start + place < other_end else None
            rows.append((here, there))
    return [
        Row(number, here, there, here == there) for number, (here, there) in enumerate(rows[:MAX_LINES], 1)
    ]
