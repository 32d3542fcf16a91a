"""Cases of “Lockers and keys”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (("10 2\n2 3\n", "6\n"), ("9 2\n3 3\n", "0\n"))


def text(lockers, keys):
    return f"{lockers} {len(keys)}\n{' '.join(map(str, keys))}\n"


def hidden(rng: Random) -> Iterator[str]:
    yield text(1, [1])
    yield text(1, [2])
    yield text(100, [4, 6])
    yield text(100, [2, 4, 8])
    yield text(10**15, [1])
    yield text(10**15, [1, 10**9])
    yield text(10**15, [10**9, 999_999_999, 999_999_998])
    yield text(10**15, [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37])
    yield text(10**15, [2**power for power in range(1, 13)])
    yield text(999_999_999_999_989, [6, 10, 15, 21, 35, 14])
    yield text(10**15, [6] * 11 + [4])
    for count, most, lockers in (
        (4, 9, 1000),
        (8, 40, 10**6),
        (12, 1000, 10**12),
        (12, 10**9, 10**15),
        (12, 30, 10**15),
    ):
        yield text(lockers, [rng.randint(1, most) for _ in range(count)])
