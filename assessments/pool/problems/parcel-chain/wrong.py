"""Only looks for the way back to the first box, and gives up after n steps."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    count, start, *notes = map(int, text.split())
    box, opened = start, 0
    for _ in range(count):
        opened += 1
        box = notes[box - 1]
        if box in (0, start):
            break
    return f"{opened} {'loop' if box else 'end'}"


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
