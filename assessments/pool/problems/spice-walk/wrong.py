"""Counts one walk for every end, the longest."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    _count, wanted, *stalls = map(int, text.split())
    start = found = shortest = 0
    counts = {}
    for end, stall in enumerate(stalls):
        counts[stall] = counts.get(stall, 0) + 1
        while len(counts) > wanted:
            counts[stalls[start]] -= 1
            if not counts[stalls[start]]:
                del counts[stalls[start]]
            start += 1
        if len(counts) == wanted:
            found += 1
            shortest = min(shortest or end - start + 1, end - start + 1)
    return f"{found} {shortest}"


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
