"""Subtracts a re-planted tree once more each time it is named."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    numbers = list(map(int, text.split()))
    height, width, storms, _questions = numbers[:4]
    at = 4 + height * width
    rows = [numbers[start : start + width] for start in range(4, at, width)]
    original = [row[:] for row in rows]
    for row, column in zip(numbers[at : at + 2 * storms : 2], numbers[at + 1 : at + 2 * storms : 2]):
        rows[row - 1][column - 1] -= original[row - 1][column - 1]
    answers = []
    corners = iter(numbers[at + 2 * storms :])
    for r1, c1, r2, c2 in zip(corners, corners, corners, corners):
        some = rows[min(r1, r2) - 1 : max(r1, r2)]
        answers.append(sum(sum(row[min(c1, c2) - 1 : max(c1, c2)]) for row in some))
    return "\n".join(map(str, answers))


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
