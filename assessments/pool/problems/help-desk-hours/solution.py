"""Sorts by start and keeps the end that is reached."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    _count, *ends = map(int, text.split())
    shifts = sorted(zip(ends[::2], ends[1::2]))
    staffed = longest = 0
    reached = shifts[0][0]
    for start, end in shifts:
        longest = max(longest, start - reached)
        staffed += max(0, end - max(start, reached))
        reached = max(reached, end)
    return f"{staffed} {longest}"


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
