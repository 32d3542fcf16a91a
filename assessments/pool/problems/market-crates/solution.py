"""Each crate is a thing of its own; the fuller-priced come first by themselves because they bring more."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    _count, limit, *numbers = map(int, text.split())
    best = [0] * (limit + 1)
    for weight, value, crates in zip(numbers[::3], numbers[1::3], numbers[2::3]):
        for crate in range(crates):
            price = value if crate < 3 else value // 2
            if not price:
                break
            for full in range(limit, weight - 1, -1):
                best[full] = max(best[full], best[full - weight] + price)
    return str(best[limit])


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
