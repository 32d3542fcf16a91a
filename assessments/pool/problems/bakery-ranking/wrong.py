"""Leaves no place out after a tie."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    rows = [line.split() for line in text.splitlines()[1:]]
    bakers = sorted((-int(points), int(time), name) for name, points, time in rows)
    lines, place, before = [], 0, None
    for points, time, name in bakers:
        if (points, time) != before:
            place, before = place + 1, (points, time)
        lines.append(f"{place} {name}")
    return "\n".join(lines)


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
