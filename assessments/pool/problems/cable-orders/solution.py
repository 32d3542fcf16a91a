"""The shortest orders first, each with the shortest cable that is left and fits."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    count, _orders, *lengths = map(int, text.split())
    cables, orders = sorted(lengths[:count]), sorted(lengths[count:])
    served = 0
    for cable in cables:
        if served < len(orders) and orders[served] <= cable:
            served += 1
    return str(served)


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
