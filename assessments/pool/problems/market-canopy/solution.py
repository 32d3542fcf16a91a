"""For each bottom row, heights of columns without a drain, with drains in the bottom row, or with one row of drains further up; a stack finds the largest rectangle."""

from __future__ import annotations

import sys


def largest(heights):
    """The largest rectangle under a skyline."""
    best, stack = 0, []
    for place, height in enumerate([*heights, 0]):
        start = place
        while stack and stack[-1][1] >= height:
            start, tall = stack.pop()
            best = max(best, tall * (place - start))
        stack.append((start, height))
    return best


def solve(text: str) -> str:
    rows = text.split()[2:]
    height, width = len(rows), len(rows[0])
    # clean[y][x]: free stones upwards from (y, x) without any drain.
    clean = [[0] * width]
    for row in rows:
        clean.append([clean[-1][x] + 1 if stone == "." else 0 for x, stone in enumerate(row)])
    best = 0
    for allowed in range(height):
        # Row `allowed` may have drains; the canopy reaches over it, below it only clean rows follow.
        base = [clean[allowed][x] + 1 if rows[allowed][x] != "#" else 0 for x in range(width)]
        for bottom in range(allowed, height):
            if bottom > allowed:
                base = [tall + 1 if tall and rows[bottom][x] == "." else 0 for x, tall in enumerate(base)]
                if not any(base):
                    break
            if sum(base) > best:
                best = max(best, largest(base))
    return str(best)


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
