"""Cases of “A walk past the spice stalls”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (("4 2\n1 2 1 3\n", "4 2\n"), ("3 2\n5 5 5\n", "0 0\n"))


def text(kinds, stalls):
    return f"{len(stalls)} {kinds}\n{' '.join(map(str, stalls))}\n"


def hidden(rng: Random) -> Iterator[str]:
    yield text(1, [1])
    yield text(1, [9] * 6000)
    yield text(6000, list(range(1, 6001)))
    yield text(3, [1, 2, 3, 1, 2, 3])
    yield text(3, [1, 1, 2, 2, 3, 3, 1])
    yield text(2, [1, 1, 1, 2])
    yield text(5999, list(range(1, 6001)))
    yield text(2, [1, 2] * 3000)
    for count, kinds, wanted in (
        (30, 4, 3),
        (500, 20, 11),
        (6000, 50, 50),
        (6000, 10**5, 1000),
        (6000, 8, 7),
        (6000, 300, 40),
    ):
        yield text(wanted, [rng.randint(1, kinds) for _ in range(count)])
