"""Allows one drain in each column instead of one row with drains."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    rows = text.split()[2:]
    width = len(rows[0])
    clean, once, best = [0] * width, [0] * width, 0
    for row in rows:
        once = [0 if s == "#" else clean[x] + 1 if s == "o" else once[x] + 1 for x, s in enumerate(row)]
        clean = [clean[x] + 1 if stone == "." else 0 for x, stone in enumerate(row)]
        stack = []
        for place, height in enumerate([*once, 0]):
            start = place
            while stack and stack[-1][1] >= height:
                start, tall = stack.pop()
                best = max(best, tall * (place - start))
            stack.append((start, height))
    return str(best)


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
