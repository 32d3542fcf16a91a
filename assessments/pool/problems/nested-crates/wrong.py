"""Takes every digit for an article of its own."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    weight = sum(int(mark) for mark in text if mark.isdigit()) + text.count("[")
    depth = best = 0
    for mark in text:
        depth += {"[": 1, "]": -1}.get(mark, 0)
        best = max(best, depth)
    return f"{weight} {best}"


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
