"""Cases of “Left-over cables”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (("3 2\n4 5 2\n3 5\n", "2\n"), ("1 2\n7\n2 6\n", "1\n"))


def text(cables, orders):
    return f"{len(cables)} {len(orders)}\n{' '.join(map(str, cables))}\n{' '.join(map(str, orders))}\n"


def some(rng, count, low, high):
    return [rng.randint(low, high) for _ in range(count)]


def hidden(rng: Random) -> Iterator[str]:
    yield text([1], [2])
    yield text([2], [2])
    yield text([5, 5, 5], [5, 5])
    yield text([10, 3], [3, 4, 9])
    yield text([9, 5, 7], [4, 6, 8])
    yield text([10**9] * 2000, [10**9] * 2000)
    yield text([1] * 3000, [2] * 3000)
    yield text(range(1, 3001), range(3000, 0, -1))
    for cables, orders, size in (
        (8, 8, 10),
        (300, 600, 1000),
        (2000, 900, 10**9),
        (900, 2000, 10**9),
        (3000, 3000, 999),
    ):
        yield text(some(rng, cables, 1, size), some(rng, orders, 1, size))
    yield text(some(rng, 3000, 1, 5000), some(rng, 3000, 1000, 6000))
