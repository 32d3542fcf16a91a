"""Takes every ferry for one that joins two groups."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    count, number, *ends = map(int, text.split())
    label = list(range(count + 1))
    for one, other in zip(ends[::2], ends[1::2]):
        old, new = label[one], label[other]
        if old != new:
            label = [new if mark == old else mark for mark in label]
    largest = max(label[1:].count(mark) for mark in set(label[1:]))
    return f"{max(1, count - number)} {largest}"


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
