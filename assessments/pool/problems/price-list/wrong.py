"""Leaves out prices that equal the upper end."""

from __future__ import annotations

import sys
from bisect import bisect_left


def solve(text: str) -> str:
    lines = text.splitlines()
    prices = list(map(int, lines[1].split()))
    counts = []
    for line in lines[2:]:
        low, high = map(int, line.split())
        counts.append(max(0, bisect_left(prices, high) - bisect_left(prices, low)))
    return "\n".join(map(str, counts))


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
