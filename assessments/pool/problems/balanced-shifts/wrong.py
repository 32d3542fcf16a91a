"""Moves two ends as if the numbers were never negative."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    _count, wanted, *days = map(int, text.split())
    fair = longest = total = start = 0
    for end, day in enumerate(days):
        total += day
        while total > wanted and start <= end:
            total -= days[start]
            start += 1
        if total == wanted and start <= end:
            fair += 1
            longest = max(longest, end - start + 1)
    return f"{fair} {longest}"


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
