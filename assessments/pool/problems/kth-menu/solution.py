"""Searches the price; two ends that move against each other count the menus up to it."""

from __future__ import annotations

import sys


def up_to(price, mains, desserts):
    """How many menus cost at most `price`; both lists are sorted."""
    found, below = 0, len(desserts)
    for main in mains:
        while below and main + desserts[below - 1] > price:
            below -= 1
        if not below:
            break
        found += below
    return found


def solve(text: str) -> str:
    lines = [list(map(int, line.split())) for line in text.splitlines()]
    mains, desserts = sorted(lines[1]), sorted(lines[2])
    prices = []
    for place in lines[3]:
        low, high = mains[0] + desserts[0], mains[-1] + desserts[-1]
        while low < high:
            middle = (low + high) // 2
            if up_to(middle, mains, desserts) >= place:
                high = middle
            else:
                low = middle + 1
        prices.append(low)
    return "\n".join(map(str, prices))


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
