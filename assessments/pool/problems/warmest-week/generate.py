"""Cases of “The warmest stretch”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (("5 3\n1 2 4 3 -5\n", "9 2\n"), ("4 1\n-9 -4 -2 -8\n", "-2 3\n"))


def text(length, days):
    return f"{len(days)} {length}\n{' '.join(map(str, days))}\n"


def hidden(rng: Random) -> Iterator[str]:
    yield text(1, [-500])
    yield text(2, [-1, -1])
    yield text(3, [-5, -5, -5, -5])
    yield text(2, [0, 0, 0])
    yield text(4, [1, 2, 3, 4])
    yield text(2, [5, -5, 5, -5, 5])
    yield text(3, [9, 0, 0, 9, 0, 0, 9])
    yield text(100, [rng.randint(-500, -1) for _ in range(1000)])
    yield text(4000, [rng.randint(-500, 500) for _ in range(8000)])
    yield text(7999, [rng.randint(-500, 500) for _ in range(8000)])
    yield text(1, [rng.randint(-500, 499) for _ in range(7999)] + [500])
    yield text(7, [rng.randint(-3, 3) for _ in range(8000)])
    yield text(4000, [500] * 8000)
