"""Allows two steps of 3 after each other."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    count, _number, *loose = map(int, text.split())
    barred = set(loose)
    ways = [1] + [0] * (count + 1)
    for place in range(1, count + 2):
        if place not in barred:
            ways[place] = sum(ways[max(0, place - 3) : place]) % 1_000_000_007
    return str(ways[-1])


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
