"""Believes that managers always have lower numbers than their reports."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    count, *managers = map(int, text.split())
    sizes = [1] * (count + 1)
    for person in range(count, 0, -1):
        sizes[managers[person - 1]] += sizes[person]
    return " ".join(map(str, sizes[1:]))


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
