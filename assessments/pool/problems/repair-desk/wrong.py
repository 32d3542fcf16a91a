"""Sorts the trays once and goes through them in that order again and again."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    _count, shifts, *trays = map(int, text.split())
    trays.sort(reverse=True)
    for shift in range(shifts):
        trays[shift % len(trays)] //= 2
    return str(sum(trays))


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
