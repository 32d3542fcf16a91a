"""Counts pairs in the wrong order while merging."""

from __future__ import annotations

import sys


def inversions(values):
    """How many pairs stand in the wrong order, and the values sorted."""
    if len(values) < 2:
        return 0, values
    middle = len(values) // 2
    first, left = inversions(values[:middle])
    second, right = inversions(values[middle:])
    count, merged, at = first + second, [], 0
    for value in right:
        while at < len(left) and left[at] <= value:
            merged.append(left[at])
            at += 1
        count += len(left) - at
        merged.append(value)
    return count, merged + left[at:]


def solve(text: str) -> str:
    marks = list(map(int, text.split()[1:]))
    up, down = inversions(marks)[0], inversions([-mark for mark in marks])[0]
    word = "same" if up == down else "up" if up < down else "down"
    return f"{word} {min(up, down)}"


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
