"""Keeps two nurses apart in the order of the input only."""

from __future__ import annotations

import sys
from itertools import pairwise, permutations


def solve(text: str) -> str:
    lines = text.split()
    count, pairs = int(lines[0]), int(lines[1])
    can = lines[2 : 2 + count]
    ends = [int(word) - 1 for word in lines[2 + count : 2 + count + 2 * pairs]]
    apart = set(zip(ends[::2], ends[1::2]))
    found = 0
    for order in permutations(range(count)):
        fits = all(can[nurse][night] == "+" for night, nurse in enumerate(order))
        found += fits and not any(pair in apart for pair in pairwise(order))
    return str(found)


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
