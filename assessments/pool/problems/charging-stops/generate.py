"""Cases of “Charging stops”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (("2 60 20\n20 50\n10 30\n", "1\n"), ("1 30 5\n3 4\n", "-1 9\n"))


def text(way, start, chargers):
    return f"{len(chargers)} {way} {start}\n" + "".join(f"{place} {gain}\n" for place, gain in chargers)


def some(rng, count, way, start, gain):
    return text(way, start, [(rng.randint(0, way), rng.randint(1, gain)) for _ in range(count)])


def hidden(rng: Random) -> Iterator[str]:
    yield text(10, 10, [])
    yield text(10, 9, [])
    yield text(10, 0, [(0, 10)])
    yield text(10, 0, [(1, 10)])
    yield text(10, 5, [(10, 5), (5, 5)])
    yield text(100, 10, [(10, 5), (10, 60), (10, 40), (15, 1)])
    yield text(100, 50, [(10, 10), (20, 10), (50, 20), (60, 10), (70, 20)])
    yield text(100, 30, [(5, 9), (25, 40), (30, 8), (60, 10), (68, 40)])
    yield text(2001, 1, [(place, 1) for place in range(1, 2001)])
    yield text(10**9, 1, [(0, 10**9)] * 5)
    for count, way, start, gain in (
        (12, 100, 20, 25),
        (400, 10**5, 10**3, 700),
        (2500, 10**9, 10**7, 2 * 10**6),
        (2500, 10**9, 10**6, 10**6),
        (2500, 10**6, 4000, 3000),
    ):
        yield some(rng, count, way, start, gain)
