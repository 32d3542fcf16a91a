"""Cases of “How steady is the oven?”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (("4 2 3\n8 5 6 7\n", "6 4\n"), ("4 3 1\n1 2 3 4\n", "0 2\n"))


def text(least, spread, minutes):
    return f"{len(minutes)} {least} {spread}\n{' '.join(map(str, minutes))}\n"


def drift(rng, count, step):
    minutes = [rng.randint(-1000, 1000)]
    while len(minutes) < count:
        minutes.append(minutes[-1] + rng.randint(-step, step))
    return minutes


def hidden(rng: Random) -> Iterator[str]:
    yield text(1, 0, [5])
    yield text(2, 0, [-(10**9), 10**9])
    yield text(2, 10**9, [-(10**9), 10**9])
    yield text(1, 0, [3, 3, 1, 3, 3, 3])
    yield text(3, 2, [1, 3, 2, 4, 3, 1])
    yield text(6000, 0, [7] * 6000)
    yield text(1, 0, [minute % 2 for minute in range(6000)])
    yield text(10, 100, list(range(6000)))
    yield text(10, 100, list(range(6000, 0, -1)))
    yield text(5, 8, drift(rng, 60, 4))
    yield text(50, 300, drift(rng, 6000, 30))
    yield text(3000, 2500, drift(rng, 6000, 30))
    yield text(3, 10**6, [rng.randint(-(10**6), 10**6) for _ in range(6000)])
    yield text(100, 19, [rng.choice([0, 0, 0, 5, 9, 10, 19] * 20 + [20]) for _ in range(6000)])
