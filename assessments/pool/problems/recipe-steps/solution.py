"""A heap of the steps that are ready."""

from __future__ import annotations

import sys
from heapq import heapify, heappop, heappush


def solve(text: str) -> str:
    count, _rules, *ends = map(int, text.split())
    then, waits = [[] for _ in range(count + 1)], [0] * (count + 1)
    for a, b in zip(ends[::2], ends[1::2]):
        then[a].append(b)
        waits[b] += 1
    ready = [step for step in range(1, count + 1) if not waits[step]]
    heapify(ready)
    order = []
    while ready:
        step = heappop(ready)
        order.append(step)
        for later in then[step]:
            waits[later] -= 1
            if not waits[later]:
                heappush(ready, later)
    if len(order) < count:
        return f"stuck after {len(order)}"
    return " ".join(map(str, order))


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
