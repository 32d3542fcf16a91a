"""Changes the garden while it is still looking at it."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    head, *lines = text.split("\n")
    height, width, years = map(int, head.split())
    rows = [list(line) for line in lines[:height]]
    for _ in range(min(years, 200 + years % 2)):
        for y in range(height):
            for x in range(width):
                near = [rows[y - 1][x], rows[(y + 1) % height][x], rows[y][x - 1], rows[y][(x + 1) % width]]
                moss = near.count("*")
                rows[y][x] = (
                    "*"
                    if (moss >= 2 and (rows[y][x] == "." or moss < 4)) or (rows[y][x] == "*" and moss < 2)
                    else "."
                )
    return "\n".join("".join(row) for row in rows)


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
