"""Cases of “The fullest tray”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (("3 2\n9 8 1\n", "9\n"), ("1 3\n1\n", "0\n"))


def text(shifts, trays):
    return f"{len(trays)} {shifts}\n{' '.join(map(str, trays))}\n"


def hidden(rng: Random) -> Iterator[str]:
    yield text(0, [5, 6])
    yield text(20_000, [0])
    yield text(3, [8])
    yield text(4, [100, 1, 1])
    yield text(5, [7, 7, 7])
    yield text(20_000, [10**9] * 600)
    yield text(1, [rng.randint(0, 10) for _ in range(50)])
    yield text(30, [rng.randint(0, 100) for _ in range(20)])
    yield text(2000, [rng.randint(0, 10**9) for _ in range(1000)])
    yield text(20_000, [rng.randint(0, 10**9) for _ in range(4000)])
    yield text(4001, [rng.randint(1, 2000) for _ in range(4000)])
    yield text(20_000, [2**29 - 1] * 2000)
