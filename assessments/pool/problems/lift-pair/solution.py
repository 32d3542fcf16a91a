"""Remembers the first place of every weight passed."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    _count, total, *weights = map(int, text.split())
    passed = {}
    for place, weight in enumerate(weights, 1):
        if total - weight in passed:
            return f"{passed[total - weight]} {place}"
        passed.setdefault(weight, place)
    return "-1"


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
