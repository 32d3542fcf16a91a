"""Choices up to b minus choices below a, each counted with two ends that meet."""

from __future__ import annotations

import sys


def up_to(weights, limit):
    """How many triples of the sorted weights weigh at most `limit`."""
    found = 0
    for first in range(len(weights) - 2):
        second, third = first + 1, len(weights) - 1
        while second < third:
            if weights[first] + weights[second] + weights[third] <= limit:
                found += third - second
                second += 1
            else:
                third -= 1
    return found


def solve(text: str) -> str:
    _count, low, high, *weights = map(int, text.split())
    weights.sort()
    return str(up_to(weights, high) - up_to(weights, low - 1))


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
