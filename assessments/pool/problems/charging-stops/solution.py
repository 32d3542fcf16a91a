"""Drives on; when the range ends, the best charger already passed is used in hindsight."""

from __future__ import annotations

import sys
from heapq import heappop, heappush


def solve(text: str) -> str:
    _count, way, reach, *numbers = map(int, text.split())
    chargers = sorted(zip(numbers[::2], numbers[1::2]), reverse=True)
    passed, stops = [], 0
    while reach < way:
        while chargers and chargers[-1][0] <= reach:
            heappush(passed, -chargers.pop()[1])
        if not passed:
            return f"-1 {reach}"
        reach -= heappop(passed)
        stops += 1
    return str(stops)


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
