"""Bisects for both ends."""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right


def solve(text: str) -> str:
    lines = text.splitlines()
    prices = list(map(int, lines[1].split()))
    counts = []
    for line in lines[2:]:
        low, high = map(int, line.split())
        counts.append(bisect_right(prices, high) - bisect_left(prices, low))
    return "\n".join(map(str, counts))


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
