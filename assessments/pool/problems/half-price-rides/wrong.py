"""Uses the vouchers afterwards, for the dearest rides of the way that is cheapest without any."""

from __future__ import annotations

import sys
from heapq import heappop, heappush


def solve(text: str) -> str:
    towns, _rides, vouchers, coupon, *numbers = map(int, text.split())
    near = [[] for _ in range(towns + 1)]
    for a, b, price in zip(numbers[::3], numbers[1::3], numbers[2::3]):
        near[a].append((b, price))
    best, heap = set(), [(0, 1, 0, ())]
    while heap:
        cost, here, stamp, way = heappop(heap)
        if here == towns:
            return str(cost - sum(price - price // 2 for price in sorted(way)[-vouchers:] if vouchers))
        if (here, stamp) in best:
            continue
        best.add((here, stamp))
        for there, price in near[here]:
            paid = price - min(coupon, price) if stamp else price
            heappush(heap, (cost + paid, there, 1 - stamp, (*way, price)))
    return "-1"


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
