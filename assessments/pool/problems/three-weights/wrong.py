"""Takes parcels of equal weight for the same parcel."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    _count, low, high, *weights = map(int, text.split())
    kinds = sorted(set(weights))
    found = 0
    for first in range(len(kinds)):
        second, third = first + 1, len(kinds) - 1
        while second < third:
            total = kinds[first] + kinds[second] + kinds[third]
            found += low <= total <= high
            second, third = (second, third - 1) if total > high else (second + 1, third)
    return str(found)


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
