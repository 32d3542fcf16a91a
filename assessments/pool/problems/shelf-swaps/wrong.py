"""Takes all pairs that need no swap upwards for swaps downwards, equal books too."""

from __future__ import annotations

import sys
from bisect import bisect_right


def solve(text: str) -> str:
    marks = list(map(int, text.split()[1:]))
    seen, up = [], 0
    for mark in marks:
        place = bisect_right(seen, mark)
        up += len(seen) - place
        seen.insert(place, mark)
    down = len(marks) * (len(marks) - 1) // 2 - up
    word = "same" if up == down else "up" if up < down else "down"
    return f"{word} {min(up, down)}"


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
