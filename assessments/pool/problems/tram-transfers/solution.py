"""Both lines go forwards: whichever tram can no longer be matched is left behind."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    count, _other, least, most, *times = map(int, text.split())
    first, second = times[:count], times[count:]
    here = there = pairs = 0
    while here < len(first) and there < len(second):
        wait = second[there] - first[here]
        if wait < least:
            there += 1
        elif wait > most:
            here += 1
        else:
            pairs, here, there = pairs + 1, here + 1, there + 1
    return str(pairs)


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
