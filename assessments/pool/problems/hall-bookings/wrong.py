"""Accepts the best-paying requests first."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    _count, most, gap, *numbers = map(int, text.split())
    requests = sorted(zip(numbers[2::3], numbers[::3], numbers[1::3]), reverse=True)
    taken, total = [], 0
    for pay, start, end in requests:
        if pay and len(taken) < most and all(end + gap <= s or e + gap <= start for s, e in taken):
            taken.append((start, end))
            total += pay
    return f"{total} {len(taken)}"


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
