"""Dijkstra; the change of horses is paid when a village is left."""

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
    best, heap = {}, [(0, 1)]
    while heap:
        time, here = heappop(heap)
        if here in best:
            continue
        best[here] = time
        leaving = time + (changes[here] if here != 1 else 0)
        for there, minutes in near[here]:
            if there not in best:
                heappush(heap, (leaving + minutes, there))
    return str(best.get(count, -1))


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
