"""Cases of “When all bells ring”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (("3 100\n4 6 3\n", "12\n"), ("2 34\n5 7\n", "never\n"))


def text(limit, times):
    return f"{len(times)} {limit}\n{' '.join(map(str, times))}\n"


def hidden(rng: Random) -> Iterator[str]:
    yield text(1, [1])
    yield text(1, [2])
    yield text(35, [5, 7])
    yield text(6, [6, 6, 6])
    yield text(10**18, [10**9, 10**9 - 1])
    yield text(10**18, [999_999_937, 999_999_929])
    yield text(10**18, [999_999_937, 999_999_929, 2])
    yield text(10**18, [2**20, 3**12, 5**8])
    yield text(10**18, [10**9, 999_999_999, 999_999_998, 999_999_997])
    yield text(10**18, list(range(1, 42)))
    yield text(10**18, list(range(1, 2001)))
    yield text(10**18, [rng.choice([2, 3, 4, 6, 8, 9, 12, 16, 18, 24, 36, 72]) for _ in range(2000)])
    yield text(10**18, [rng.randint(1, 10**9) for _ in range(2000)])
    yield text(232_792_559, list(range(1, 21)))
    yield text(10**15, [2 ** rng.randint(0, 29) for _ in range(500)] + [3**10, 125])
