"""Cases of “Two crates in the lift”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (("5 10\n4 3 3 7 6\n", "2 4\n"), ("3 10\n5 1 2\n", "-1\n"))


def text(total, weights):
    return f"{len(weights)} {total}\n{' '.join(map(str, weights))}\n"


def hidden(rng: Random) -> Iterator[str]:
    yield text(2, [1])
    yield text(2, [1, 1])
    yield text(10, [5, 3, 5, 5])
    yield text(10**9, [10**9, 10**9])
    yield text(10**9, [10**9 - 1, 5, 1])
    yield text(9, [1, 2, 3, 4, 5, 6, 7, 8])
    yield text(100, [50, 20, 80, 50])
    yield text(7, [8, 7, 9, 10])
    yield text(12_001, list(range(1, 6001)))
    yield text(11_999, list(range(1, 6001)))
    yield text(999_983, [rng.randint(1, 999_999) for _ in range(6000)])
    yield text(10**6 + 1, [2 * rng.randint(1, 499_999) for _ in range(5999)] + [1])
    yield text(40, [rng.randint(30, 39) for _ in range(3000)] + [4, 3])
