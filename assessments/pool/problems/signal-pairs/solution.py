"""Sorted codes; the wished-for digits narrow a range of them, the limit cuts its upper end."""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right


def solve(text: str) -> str:
    numbers = list(map(int, text.split()))
    count = numbers[0]
    codes = sorted(numbers[2 : count + 2])
    lines = []
    for code, limit in zip(numbers[count + 2 :: 2], numbers[count + 3 :: 2]):
        low, high, prefix = 0, bisect_right(codes, limit), 0
        if not high:
            lines.append(-1)
            continue
        for bit in range(29, -1, -1):
            middle = bisect_left(codes, prefix | 1 << bit, low, high)
            upper = (middle < high) if not code >> bit & 1 else not low < middle
            if upper:
                low, prefix = middle, prefix | 1 << bit
            else:
                high = middle
        lines.append(code ^ prefix)
    return "\n".join(map(str, lines))


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
