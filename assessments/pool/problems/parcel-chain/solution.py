"""Ticks off the boxes that are open."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    _count, box, *notes = map(int, text.split())
    seen = set()
    while box and box not in seen:
        seen.add(box)
        box = notes[box - 1]
    return f"{len(seen)} {'loop' if box else 'end'}"


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
