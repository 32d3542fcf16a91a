"""Gives every arrival the latest departure that it can still catch."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    count, _other, least, most, *times = map(int, text.split())
    second, pairs = times[count:], 0
    for arrival in times[:count]:
        fitting = [time for time in second if least <= time - arrival <= most]
        if fitting:
            second.remove(fitting[-1])
            pairs += 1
    return str(pairs)


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
