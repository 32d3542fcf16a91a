"""One search that starts from all exits at once."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    rows = text.split()[2:]
    height, width = len(rows), len(rows[0])
    ways = {(y, x): 0 for y in range(height) for x in range(width) if rows[y][x] == "E"}
    reached = list(ways)
    for y, x in reached:
        for cell in ((y + 1, x), (y - 1, x), (y, x + 1), (y, x - 1)):
            if (
                0 <= cell[0] < height
                and 0 <= cell[1] < width
                and rows[cell[0]][cell[1]] != "#"
                and cell not in ways
            ):
                ways[cell] = ways[y, x] + 1
                reached.append(cell)
    desks = [ways.get((y, x)) for y in range(height) for x in range(width) if rows[y][x] == "D"]
    if None in desks:
        return f"blocked {desks.count(None)}"
    longest = max(desks, default=0)
    return f"{longest} {desks.count(longest)}"


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
