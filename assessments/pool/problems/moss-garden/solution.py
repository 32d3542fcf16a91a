"""Goes year by year until a garden comes back, then leaves out whole rounds."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    head, *rows = text.split("\n")
    height, width, years = map(int, head.split())
    garden = tuple(rows[:height])
    seen, history = {}, []
    while garden not in seen and len(history) < years:
        seen[garden] = len(history)
        history.append(garden)
        garden = grow(garden, height, width)
    if len(history) < years:
        first = seen[garden]
        garden = history[first + (years - first) % (len(history) - first)]
    return "\n".join(garden)


def grow(rows, height, width):
    """The garden a year later."""
    fresh = []
    for y, row in enumerate(rows):
        above, below = rows[y - 1], rows[(y + 1) % height]
        line = ""
        for x, stone in enumerate(row):
            moss = (above[x] + below[x] + row[x - 1] + row[(x + 1) % width]).count("*")
            line += "*" if (moss >= 2 and (stone == "." or moss < 4)) or (stone == "*" and moss < 2) else "."
        fresh.append(line)
    return tuple(fresh)


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
