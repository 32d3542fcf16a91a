"""Two indices from the ends to the middle."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    count, *numbers = map(int, text.split())
    colours, costs = numbers[:count], numbers[count:]
    left, right, total = 0, count - 1, 0
    while left < right:
        if colours[left] != colours[right]:
            total += min(costs[left], costs[right])
        left, right = left + 1, right - 1
    return str(total)


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
