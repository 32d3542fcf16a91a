"""Merges each singer's events, then sweeps over the changes."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    numbers = list(map(int, text.split()))
    _count, opens, closes, length, missing = numbers[:5]
    away = {}
    for who, start, end in zip(numbers[5::3], numbers[6::3], numbers[7::3]):
        away.setdefault(who, []).append((start, end))
    changes = []
    for events in away.values():
        reached = -1
        for start, end in sorted(events):
            if end > reached:
                # A time that only touches the one before ends and begins again: nothing changes.
                changes += [(max(start, reached), 1), (end, -1)]
                reached = end
    changes.sort()
    begin, gone = opens, 0
    for moment, change in changes:
        if moment >= closes:
            break
        if gone <= missing and begin is not None and moment - begin >= length:
            return str(begin)
        before, gone = gone, gone + change
        if gone > missing:
            begin = None
        elif before > missing or begin is None:
            begin = max(opens, moment)
    if begin is not None and closes - begin >= length:
        return str(begin)
    return "none"


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
