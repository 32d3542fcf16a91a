"""By deadline; whenever one is late, the longest repair so far is given up."""

from __future__ import annotations

import sys
from heapq import heappop, heappush


def solve(text: str) -> str:
    numbers = list(map(int, text.split()))
    chosen, clock = [], 0
    for deadline, time in sorted(zip(numbers[2::2], numbers[1::2])):
        heappush(chosen, -time)
        clock += time
        if clock > deadline:
            clock += heappop(chosen)
    return f"{len(chosen)} {clock}"


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
