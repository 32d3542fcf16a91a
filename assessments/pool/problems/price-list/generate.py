"""Cases of “Within the budget”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (
    ("5 2\n120 200 200 350 500\n150 350\n360 499\n", "3\n0\n"),
    ("2 2\n10 20\n10 10\n0 20\n", "1\n2\n"),
)


def text(prices, customers):
    lines = [f"{len(prices)} {len(customers)}", " ".join(map(str, sorted(prices)))]
    return "\n".join(lines + [f"{low} {high}" for low, high in customers]) + "\n"


def ranges(rng, count, highest):
    return [tuple(sorted((rng.randint(0, highest), rng.randint(0, highest)))) for _ in range(count)]


def hidden(rng: Random) -> Iterator[str]:
    yield text([0], [(0, 0), (1, 5), (0, 10**9)])
    yield text([10**9], [(0, 10**9 - 1), (10**9, 10**9)])
    yield text([7] * 50, [(7, 7), (6, 8), (8, 9), (0, 6), (0, 7)])
    yield text([1, 3, 5, 7], [(low, high) for low in range(9) for high in range(low, 9)])
    yield text(range(100), [(low, low + 9) for low in range(110)])
    yield text([rng.randint(0, 5) for _ in range(300)], ranges(rng, 200, 6))
    yield text([rng.randint(0, 999) for _ in range(4000)], ranges(rng, 1000, 999))
    yield text([rng.randint(0, 10**9) for _ in range(3000)], ranges(rng, 800, 10**9))
    yield text([5] * 2000 + [6] * 2000, ranges(rng, 1000, 10))
    prices = [rng.randint(0, 10**6) for _ in range(3000)]
    yield text(prices, [(price, price) for price in rng.sample(prices, 1000)])
