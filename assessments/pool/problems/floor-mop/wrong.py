"""Only stands still in front of a pillar or a wall and forgets to turn."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    lines = text.split()
    height, width = int(lines[0]), int(lines[1])
    rows, commands = lines[2 : 2 + height], lines[2 + height]
    row = next(number for number, line in enumerate(rows) if "R" in line)
    column = rows[row].index("R")
    down, right, clean = -1, 0, {(row, column)}
    for command in commands:
        y, x = row + down, column + right
        if command == "L":
            down, right = -right, down
        elif command == "R":
            down, right = right, -down
        elif 0 <= y < height and 0 <= x < width and rows[y][x] != "#":
            row, column = y, x
            clean.add((row, column))
    return f"{len(clean)} {row + 1} {column + 1}"


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
