"""Only looks at the last coat of each board."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    numbers = list(map(int, text.split()))[1:]
    coats = list(zip(numbers[::3], numbers[1::3], numbers[2::3]))
    seen = dict.fromkeys((colour for _a, _b, colour in coats), 0)
    free = [(1, 10**9)]
    for a, b, colour in reversed(coats):
        left = []
        for low, high in free:
            start, end = max(low, a), min(high, b)
            if start > end:
                left.append((low, high))
                continue
            seen[colour] += end - start + 1
            left += [piece for piece in ((low, start - 1), (end + 1, high)) if piece[0] <= piece[1]]
        free = left
    return "\n".join(f"{colour} {boards}" for colour, boards in sorted(seen.items()))


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
