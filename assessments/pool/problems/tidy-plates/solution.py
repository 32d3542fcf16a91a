"""The usual table of prefixes with one more way to come from two back."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    change, remove, insert, swap, reading, plate = text.split()
    change, remove, insert, swap = int(change), int(remove), int(insert), int(swap)
    rows = [[column * insert for column in range(len(plate) + 1)]]
    for line, read in enumerate(reading, 1):
        row = [line * remove]
        for column, right in enumerate(plate, 1):
            cost = rows[-1][column - 1] + (0 if read == right else change)
            cost = min(cost, rows[-1][column] + remove, row[-1] + insert)
            if line > 1 and column > 1 and read == plate[column - 2] and reading[line - 2] == right:
                cost = min(cost, rows[-2][column - 2] + swap)
            row.append(cost)
        rows.append(row)
    return str(rows[-1][-1])


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
