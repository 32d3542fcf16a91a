"""Cases of “Three parcels on the scale”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (("4 6 7\n4 2 1 3\n", "2\n"), ("4 6 6\n2 2 2 2\n", "4\n"))


def text(low, high, weights):
    return f"{len(weights)} {low} {high}\n{' '.join(map(str, weights))}\n"


def hidden(rng: Random) -> Iterator[str]:
    yield text(0, 0, [0, 0, 0])
    yield text(1, 5, [0, 0, 0])
    yield text(0, 10**9, [10**8] * 700)
    yield text(3 * 10**8, 3 * 10**8, [10**8] * 699 + [0])
    yield text(7, 9, [1, 1, 5, 5, 3, 3])
    yield text(6, 6, [1, 2, 3, 3, 2, 1])
    yield text(900, 1100, list(range(700)))
    yield text(0, 699, list(range(700, 0, -1)))
    for count, most, low, high in (
        (10, 9, 8, 14),
        (100, 50, 60, 61),
        (700, 30, 40, 45),
        (700, 10**8, 10**8, 2 * 10**8),
        (700, 1, 2, 2),
    ):
        yield text(low, high, [rng.randint(0, most) for _ in range(count)])
