"""For each set of visited stops and each last stop the earliest minute; late ones are dropped."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    numbers = list(map(int, text.split()))
    count, deadlines = numbers[0], numbers[1 : numbers[0] + 1]
    times = [numbers[start : start + count] for start in range(count + 1, len(numbers), count)]
    never = 10**9
    reached = [[never] * count for _ in range(1 << count)]
    for stop in range(count):
        reached[1 << stop][stop] = 0
    for visited, row in enumerate(reached):
        for stop, minute in enumerate(row):
            if minute == never:
                continue
            for following in range(count):
                later = minute + times[stop][following]
                if not visited >> following & 1 and later <= deadlines[following]:
                    target = reached[visited | 1 << following]
                    target[following] = min(target[following], later)
    best = min(reached[-1])
    return str(best if best < never else -1)


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
