"""Burns the orders with the highest loss per hour of waiting first, however long they take."""

from __future__ import annotations

import sys


def loss(orders):
    clock = total = 0
    for hours, coins in orders:
        clock += hours
        total += clock * coins
    return total


def solve(text: str) -> str:
    numbers = list(map(int, text.split()))
    orders = list(zip(numbers[1::2], numbers[2::2]))
    return f"{loss(sorted(orders, key=lambda order: (-order[1], order[0])))} {loss(orders)}"


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
