"""Serves the orders as they are listed, each with the longest cable that is left."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    count, _orders, *lengths = map(int, text.split())
    cables, served = sorted(lengths[:count]), 0
    for order in lengths[count:]:
        if cables and cables[-1] >= order:
            cables.pop()
            served += 1
    return str(served)


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
