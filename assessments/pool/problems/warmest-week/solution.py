"""Moves a window over the days, one day in and one day out."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    count, length, *days = map(int, text.split())
    total = sum(days[:length])
    best, first = total, 1
    for start in range(1, count - length + 1):
        total += days[start + length - 1] - days[start - 1]
        if total > best:
            best, first = total, start + 1
    return f"{best} {first}"


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
