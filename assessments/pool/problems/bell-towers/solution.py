"""The least common multiple; whole numbers grow as they need."""

from __future__ import annotations

import sys
from math import lcm


def solve(text: str) -> str:
    _count, limit, *times = map(int, text.split())
    total = 1
    for time in times:
        total = lcm(total, time)
        if total > limit:
            return "never"
    return str(total)


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
