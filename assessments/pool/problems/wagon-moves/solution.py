"""A list with links in both directions; wagon 0 is the engine in front."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    count, _number, *orders = map(int, text.split())
    after = [*range(1, count + 1), 0]
    before = [count, *range(count)]
    skipped = 0
    for a, b, c in zip(orders[::3], orders[1::3], orders[2::3]):
        wagon, bad = a, a == c
        while wagon != b and wagon and not bad:
            wagon = after[wagon]
            bad = wagon == c
        if bad or wagon != b:
            skipped += 1
            continue
        left, right = before[a], after[b]
        after[left], before[right] = right, left
        right = after[c]
        after[c], before[a], after[b], before[right] = a, c, right, b
    train, wagon = [], after[0]
    while wagon:
        train.append(wagon)
        wagon = after[wagon]
    return f"{skipped}\n{' '.join(map(str, train))}"


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
