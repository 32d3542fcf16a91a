"""Counts ways by place and by whether the last step was one of 3."""

from __future__ import annotations

import sys

MODULUS = 1_000_000_007


def solve(text: str) -> str:
    count, _number, *loose = map(int, text.split())
    barred = set(loose)
    short, far = [0] * (count + 2), [0] * (count + 2)
    short[0] = 1
    for place in range(1, count + 2):
        if place in barred:
            continue
        for step in (1, 2):
            if place >= step:
                short[place] += short[place - step] + far[place - step]
        if place >= 3:
            far[place] = short[place - 3]
        short[place] %= MODULUS
    return str((short[-1] + far[-1]) % MODULUS)


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
