"""Plays the commands; positions are kept in a set."""

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
        elif command == "R" or not (0 <= y < height and 0 <= x < width) or rows[y][x] == "#":
            down, right = right, -down
        else:
            row, column = y, x
            clean.add((row, column))
    return f"{len(clean)} {row + 1} {column + 1}"


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
