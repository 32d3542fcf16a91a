"""Compares only with the temperature at the beginning of the stretch."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    _count, least, spread, *minutes = map(int, text.split())
    found = longest = 0
    for start, first in enumerate(minutes):
        end = start
        while end < len(minutes) and abs(minutes[end] - first) <= spread and end - start < 400:
            end += 1
        longest = max(longest, end - start)
        found += max(0, end - start - least + 1)
    return f"{found} {longest}"


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
