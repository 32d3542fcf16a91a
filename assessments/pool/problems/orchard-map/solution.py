"""Sums of all rectangles that start in the corner."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    numbers = list(map(int, text.split()))
    height, width, storms, _questions = numbers[:4]
    at = 4 + height * width
    rows = [numbers[start : start + width] for start in range(4, at, width)]
    for row, column in zip(numbers[at : at + 2 * storms : 2], numbers[at + 1 : at + 2 * storms : 2]):
        rows[row - 1][column - 1] = 0
    sums = [[0] * (width + 1)]
    for row in rows:
        line, total = [0], 0
        for above, apples in zip(sums[-1][1:], row):
            total += apples
            line.append(above + total)
        sums.append(line)
    answers = []
    corners = iter(numbers[at + 2 * storms :])
    for r1, c1, r2, c2 in zip(corners, corners, corners, corners):
        top, bottom, left, right = min(r1, r2) - 1, max(r1, r2), min(c1, c2) - 1, max(c1, c2)
        answers.append(sums[bottom][right] - sums[top][right] - sums[bottom][left] + sums[top][left])
    return "\n".join(map(str, answers))


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
