"""A heap of negated counts."""

from __future__ import annotations

import sys
from heapq import heapify, heapreplace


def solve(text: str) -> str:
    _count, shifts, *trays = map(int, text.split())
    heap = [-phones for phones in trays]
    heapify(heap)
    for _ in range(shifts):
        heapreplace(heap, -(-heap[0] // 2))
    return str(-sum(heap))


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
