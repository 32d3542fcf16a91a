"""Packs the crates that bring most for each kilogram first."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    _count, limit, *numbers = map(int, text.split())
    crates = []
    for weight, value, number in zip(numbers[::3], numbers[1::3], numbers[2::3]):
        crates += [(value if crate < 3 else value // 2, weight) for crate in range(number)]
    total = 0
    for value, weight in sorted(crates, key=lambda crate: (-crate[0] / crate[1], crate[1])):
        if weight <= limit:
            limit, total = limit - weight, total + value
    return str(total)


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
