"""Multiplies the numbers of the caretakers instead of taking their least common multiple."""

from __future__ import annotations

import sys
from itertools import combinations
from math import prod


def solve(text: str) -> str:
    lockers, count, *keys = map(int, text.split())
    total = 0
    for size in range(1, count + 1):
        for chosen in combinations(keys, size):
            total += (size if size % 2 else -size) * (lockers // prod(chosen))
    return str(total)


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
