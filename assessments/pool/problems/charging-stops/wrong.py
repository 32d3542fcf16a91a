"""Always drives to the last charger in reach."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    _count, way, reach, *numbers = map(int, text.split())
    chargers = sorted(zip(numbers[::2], numbers[1::2]))
    stops = 0
    while reach < way:
        in_reach = [charger for charger in chargers if charger[0] <= reach]
        if not in_reach:
            return f"-1 {reach}"
        chargers.remove(in_reach[-1])
        reach += in_reach[-1][1]
        stops += 1
    return str(stops)


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
