"""Sorts by points, time and name, then gives a new place whenever the result changes."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    rows = [line.split() for line in text.splitlines()[1:]]
    bakers = sorted((-int(points), int(time), name) for name, points, time in rows)
    lines, place, before = [], 0, None
    for number, (points, time, name) in enumerate(bakers, 1):
        if (points, time) != before:
            place, before = number, (points, time)
        lines.append(f"{place} {name}")
    return "\n".join(lines)


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
