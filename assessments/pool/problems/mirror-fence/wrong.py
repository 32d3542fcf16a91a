"""Always repaints the board on the right."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    count, *numbers = map(int, text.split())
    colours, costs = numbers[:count], numbers[count:]
    bad = [right for right in range((count + 1) // 2, count) if colours[right] != colours[count - 1 - right]]
    return str(sum(costs[right] for right in bad))


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
