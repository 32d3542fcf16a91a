"""Writes equal prices only once."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    lines = [list(map(int, line.split())) for line in text.splitlines()]
    mains, desserts = sorted(set(lines[1])), sorted(set(lines[2]))
    prices = sorted({main + dessert for main in mains for dessert in desserts})
    return "\n".join(str(prices[min(place, len(prices)) - 1]) for place in lines[3])


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
