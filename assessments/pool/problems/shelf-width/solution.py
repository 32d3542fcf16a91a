"""Searches the width; shelves are filled from the left."""

from __future__ import annotations

import sys


def shelves_for(width, widths, end):
    """How many shelves of this width are needed; the widest folder must fit."""
    shelves, used = 1, 0
    for folder in widths:
        if used and used + folder + end > width:
            shelves, used = shelves + 1, 0
        used += folder
    return shelves


def solve(text: str) -> str:
    _count, shelves, end, *widths = map(int, text.split())
    low, high = max(widths), sum(widths) + end
    while low < high:
        middle = (low + high) // 2
        if shelves_for(middle, widths, end) <= shelves:
            high = middle
        else:
            low = middle + 1
    return str(low)


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
