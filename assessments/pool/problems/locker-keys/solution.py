"""Adds and subtracts over sets of caretakers: a set of size s counts s times, with alternating sign."""

from __future__ import annotations

import sys
from math import lcm


def solve(text: str) -> str:
    lockers, _count, *keys = map(int, text.split())
    total = 0
    sets = [(1, 0)]
    for key in keys:
        for multiple, size in sets[:]:
            both = lcm(multiple, key)
            if both <= lockers:
                sets.append((both, size + 1))
    for multiple, size in sets:
        if size:
            total += (size if size % 2 else -size) * (lockers // multiple)
    return str(total)


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
