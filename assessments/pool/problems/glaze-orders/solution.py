"""Two neighbours are swapped when that helps: sorted by hours over loss, without division."""

from __future__ import annotations

import sys
from functools import cmp_to_key


def loss(orders):
    """The loss when the orders are burnt one after the other."""
    clock = total = 0
    for hours, coins in orders:
        clock += hours
        total += clock * coins
    return total


def solve(text: str) -> str:
    numbers = list(map(int, text.split()))
    orders = list(zip(numbers[1::2], numbers[2::2]))
    best = sorted(orders, key=cmp_to_key(lambda one, other: one[0] * other[1] - other[0] * one[1]))
    return f"{loss(best)} {loss(orders)}"


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
