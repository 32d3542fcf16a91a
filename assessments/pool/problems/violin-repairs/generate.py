"""Cases of “The violin workshop”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (("3\n6 6\n2 6\n3 7\n", "2 5\n"), ("1\n5 4\n", "0 0\n"))


def text(violins):
    return f"{len(violins)}\n" + "".join(f"{time} {deadline}\n" for time, deadline in violins)


def some(rng, count, longest, last):
    return text([(rng.randint(1, longest), rng.randint(1, last)) for _ in range(count)])


def hidden(rng: Random) -> Iterator[str]:
    yield text([(1, 1)])
    yield text([(10**9, 10**9), (10**9, 10**9)])
    yield text([(1, 1), (1, 1), (1, 2)])
    yield text([(4, 4), (1, 5), (4, 8), (4, 9)])
    yield text([(2, 3), (2, 3), (2, 4), (3, 9)])
    yield text([(5, 5), (4, 6), (2, 6)])
    yield text([(1, day) for day in range(1, 2001)])
    yield text([(2, day) for day in range(1, 2001)])
    yield text([(10**9 - step, 10**9) for step in range(2000)])
    for count, longest, last in (
        (9, 6, 20),
        (100, 20, 500),
        (2000, 10**6, 10**9),
        (2000, 10**9, 10**9),
        (2000, 1000, 10**5),
        (2000, 50, 30_000),
        (1800, 10**7, 10**9),
    ):
        yield some(rng, count, longest, last)
