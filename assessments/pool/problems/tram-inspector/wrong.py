"""Goes on to the nearest stop that can still be reached in time."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    numbers = list(map(int, text.split()))
    count, deadlines = numbers[0], numbers[1 : numbers[0] + 1]
    times = [numbers[start : start + count] for start in range(count + 1, len(numbers), count)]
    results = []
    for stop in range(count):
        left, minute = set(range(count)) - {stop}, 0
        while left:
            open_stops = [one for one in left if minute + times[stop][one] <= deadlines[one]]
            if not open_stops:
                break
            following = min(open_stops, key=lambda one: (times[stop][one], one))
            minute, stop = minute + times[stop][following], following
            left.discard(following)
        if not left:
            results.append(minute)
    return str(min(results, default=-1))


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
