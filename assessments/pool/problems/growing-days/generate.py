"""Cases of “Growing days”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (("6\n4 1 5 9 9 12\n", "3 2\n"), ("3\n7 7 7\n", "1 1\n"))


def text(days):
    return f"{len(days)}\n{' '.join(map(str, days))}\n"


def hidden(rng: Random) -> Iterator[str]:
    yield text([0])
    yield text([10**9, 0])
    yield text([3, 4, 4, 5])
    yield text([1, 2, 0, 1, 0, 1])
    yield text([9, 8, 7, 1, 2, 3])
    yield text([5, 6, 6, 7, 8, 8, 9, 10])
    yield text([rng.randint(0, 3) for _ in range(60)])
    yield text([rng.randint(0, 20) for _ in range(500)])
    yield text(list(range(6000)))
    yield text(list(range(6000, 0, -1)))
    yield text([day // 2 for day in range(6000)])
    yield text([rng.randint(0, 99_999) for _ in range(6000)])
