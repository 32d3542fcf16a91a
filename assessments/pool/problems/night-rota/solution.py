"""Fills one night after the other and goes back."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    lines = text.split()
    count, pairs = int(lines[0]), int(lines[1])
    can = lines[2 : 2 + count]
    ends = [int(word) - 1 for word in lines[2 + count : 2 + count + 2 * pairs]]
    apart = {*zip(ends[::2], ends[1::2]), *zip(ends[1::2], ends[::2])}

    def ways(night, before, free):
        if night == count:
            return 1
        return sum(
            ways(night + 1, nurse, free - {nurse})
            for nurse in free
            if can[nurse][night] == "+" and (before, nurse) not in apart
        )

    return str(ways(0, None, frozenset(range(count))))


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
