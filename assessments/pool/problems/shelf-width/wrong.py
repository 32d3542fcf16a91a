"""Puts a bookend onto every shelf, also where a folder stands alone."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    _count, shelves, end, *widths = map(int, text.split())
    low, high = max(widths), sum(widths)
    while low < high:
        middle = (low + high) // 2
        needed, used = 1, 0
        for folder in widths:
            if used + folder > middle:
                needed, used = needed + 1, 0
            used += folder
        low, high = (low, middle) if needed <= shelves else (middle + 1, high)
    return str(low + end)


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
