"""Puts all crates into the table first: a crate may be paired with itself or with a later one."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    _count, total, *weights = map(int, text.split())
    where = {}
    for place, weight in enumerate(weights, 1):
        where.setdefault(weight, place)
    for place, weight in enumerate(weights, 1):
        if total - weight in where:
            return f"{min(place, where[total - weight])} {max(place, where[total - weight])}"
    return "-1"


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
