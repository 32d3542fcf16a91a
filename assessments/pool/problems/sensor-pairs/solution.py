"""Counts remainders, which are never negative in Python."""

from __future__ import annotations

import sys
from collections import Counter


def solve(text: str) -> str:
    _count, step, *times = map(int, text.split())
    groups = Counter(time % step for time in times).values()
    return f"{sum(size * (size - 1) // 2 for size in groups)} {max(groups)}"


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
