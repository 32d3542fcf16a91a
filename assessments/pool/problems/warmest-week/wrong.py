"""Starts from a best of zero, which no stretch below zero beats."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    count, length, *days = map(int, text.split())
    best, first = 0, 1
    total = sum(days[:length])
    for start in range(count - length + 1):
        if start:
            total += days[start + length - 1] - days[start - 1]
        if total > best:
            best, first = total, start + 1
    return f"{best} {first}"


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
