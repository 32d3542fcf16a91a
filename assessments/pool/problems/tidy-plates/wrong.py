"""Leaves the swap out."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    change, remove, insert, _swap, reading, plate = text.split()
    change, remove, insert = int(change), int(remove), int(insert)
    row = [column * insert for column in range(len(plate) + 1)]
    for line, read in enumerate(reading, 1):
        before, row = row, [line * remove]
        for column, right in enumerate(plate, 1):
            same = before[column - 1] + (0 if read == right else change)
            row.append(min(same, before[column] + remove, row[-1] + insert))
    return str(row[-1])


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
