"""Cases of “The stall at the fair”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (("2 8\n2 10 4\n2 7 1\n", "37\n"), ("1 5\n6 100 2\n", "0\n"))


def text(weight, wares):
    return f"{len(wares)} {weight}\n" + "".join(f"{g} {v} {m}\n" for g, v, m in wares)


def some(rng, count, weight, heavy, value):
    return text(
        weight, [(rng.randint(1, heavy), rng.randint(1, value), rng.randint(1, 8)) for _ in range(count)]
    )


def hidden(rng: Random) -> Iterator[str]:
    yield text(1, [(1, 1, 1)])
    yield text(1, [(1, 1, 8)])
    yield text(8, [(1, 1, 8)])
    yield text(10, [(6, 13, 1), (5, 10, 2)])
    yield text(10, [(1, 9, 8), (4, 21, 1)])
    yield text(12, [(3, 9, 4), (3, 5, 1)])
    yield text(1500, [(1500, 10**6, 8), (1, 600, 8)])
    yield text(1500, [(1, 10**6, 8)] * 60)
    for count, weight, heavy, value in (
        (4, 30, 9, 20),
        (20, 200, 40, 99),
        (60, 1500, 60, 10**6),
        (60, 1500, 300, 1000),
        (60, 1499, 1500, 10**6),
        (60, 700, 12, 40),
    ):
        yield some(rng, count, weight, heavy, value)
