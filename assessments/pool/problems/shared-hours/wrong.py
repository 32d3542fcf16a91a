"""Counts a singer once for every event."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    numbers = list(map(int, text.split()))
    _count, opens, closes, length, missing = numbers[:5]
    changes = []
    for start, end in zip(numbers[6::3], numbers[7::3]):
        changes += [(start, 1), (end, -1)]
    changes.sort()
    begin, gone = opens, 0
    for moment, change in [*changes, (closes, 0)]:
        moment = min(moment, closes)
        if gone <= missing and moment - begin >= length:
            return str(begin)
        before, gone = gone, gone + change
        if before > missing >= gone:
            begin = max(opens, moment)
    return "none"


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
