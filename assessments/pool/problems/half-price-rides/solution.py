"""Dijkstra over towns, vouchers left, and whether a first stamp is held."""

from __future__ import annotations

import sys
from heapq import heappop, heappush


def solve(text: str) -> str:
    towns, _rides, vouchers, coupon, *numbers = map(int, text.split())
    near = [[] for _ in range(towns + 1)]
    for a, b, price in zip(numbers[::3], numbers[1::3], numbers[2::3]):
        near[a].append((b, price))
    best, heap = {}, [(0, 1, vouchers, 0)]
    while heap:
        cost, here, left, stamp = heappop(heap)
        if here == towns:
            return str(cost)
        if (here, left, stamp) in best:
            continue
        best[here, left, stamp] = cost
        for there, price in near[here]:
            paid = price - min(coupon, price) if stamp else price
            heappush(heap, (cost + paid, there, left, 1 - stamp))
            if left:
                heappush(heap, (cost + price // 2, there, left - 1, stamp))
    return "-1"


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
