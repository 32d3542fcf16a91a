"""Lets a day that only equals the day before go on with the run."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    days = list(map(int, text.split()[1:]))
    best = (1, 1)
    start = 0
    for day in range(1, len(days)):
        if days[day] < days[day - 1]:
            start = day
        if day - start + 1 > best[0]:
            best = (day - start + 1, start + 1)
    return f"{best[0]} {best[1]}"


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
