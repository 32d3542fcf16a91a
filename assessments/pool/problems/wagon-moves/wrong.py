"""Looks only at the ends of the piece when it decides whether the order makes sense."""

from __future__ import annotations

import sys


def solve(text: str) -> str:
    count, _number, *orders = map(int, text.split())
    train, skipped = list(range(1, count + 1)), 0
    for a, b, c in zip(orders[::3], orders[1::3], orders[2::3]):
        start, end = train.index(a), train.index(b) + 1
        if start >= end or c in (a, b):
            skipped += 1
            continue
        piece, train[start:end] = train[start:end], []
        at = train.index(c) + 1 if c in train else 0
        train[at:at] = piece
    return f"{skipped}\n{' '.join(map(str, train))}"


if __name__ == "__main__":
    print(solve(sys.stdin.read()))
