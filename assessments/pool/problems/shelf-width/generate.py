"""Cases of “Shelves for the archive”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (("4 2 1\n4 3 5 2\n", "8\n"), ("3 2 5\n9 2 2\n", "9\n"))


def text(shelves, end, widths):
    return f"{len(widths)} {shelves} {end}\n{' '.join(map(str, widths))}\n"


def hidden(rng: Random) -> Iterator[str]:
    yield text(1, 10**9, [7])
    yield text(1, 10, [7, 8])
    yield text(2, 10, [7, 8])
    yield text(2, 0, [1, 1, 1, 9])
    yield text(2, 100, [50, 1, 1])
    yield text(3, 4, [6, 5, 4, 3, 2, 1])
    yield text(1, 10**9, [10**9] * 4500)
    yield text(4500, 10**9, [10**9] * 4500)
    yield text(4999, 3, [rng.randint(1, 999) for _ in range(5000)])
    for count, shelves, end, most in (
        (20, 4, 3, 9),
        (600, 50, 40, 100),
        (5000, 70, 0, 10**8),
        (5000, 1200, 10**6, 10**7),
        (5000, 2, 10**9, 10**5),
    ):
        yield text(shelves, end, [rng.randint(1, most) for _ in range(count)])
