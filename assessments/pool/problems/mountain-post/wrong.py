"""Finds the fastest way without changes and adds the changes on it afterwards."""

from __future__ import annotations

import sys
from heapq import heappop, heappush


def solve(text: str) -> str:
    numbers = list(map(int, text.split()))
    count = numbers[0]
    changes = [0, *numbers[2 : count + 2]]
    near = [[] for _ in range(count + 1)]
    roads = iter(numbers[count + 2 :])
    for one, other, minutes in zip(roads, roads, roads):
        near[one].append((other, minutes))
        near[other].append((one, minutes))
    best, heap = {}, [(0, 1, 0)]
    while heap:
        time, here, extra = heappop(heap)
        if here not in best:
            best[here] = time + extra
            more = changes[here] if here != 1 else 0
            for there, minutes in near[here]:
                heappush(heap, (time + minutes, there, extra + more))
    return str(best.get(count, -1))


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
