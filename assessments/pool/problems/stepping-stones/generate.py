"""Cases of “Stones across the brook”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (("2 0\n\n", "4\n"), ("5 4\n5 1 2 4\n", "0\n"))


def text(count, loose):
    return f"{count} {len(loose)}\n{' '.join(map(str, loose))}\n"


def hidden(rng: Random) -> Iterator[str]:
    yield text(0, [])
    yield text(1, [1])
    yield text(2, [1, 2])
    yield text(3, [1, 2, 3])
    yield text(5, [])
    yield text(8, [4])
    yield text(30, [3, 9, 10])
    yield text(200, [])
    yield text(5000, [])
    yield text(4999, list(range(2, 4999, 3)))
    yield text(5000, list(range(1, 5001, 2)))
    yield text(5000, rng.sample(range(1, 5001), 300))
    yield text(60, rng.sample(range(1, 61), 9))
    yield text(5000, [*rng.sample(range(1, 2500), 50), 2600, 2601, 2602])
