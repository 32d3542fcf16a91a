"""Cases of “The best bookings of the hall”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (("3 2 5\n0 10 4\n8 20 6\n15 30 7\n", "11 2\n"), ("2 1 0\n0 1 3\n1 2 3\n", "3 1\n"))


def text(most, gap, requests):
    rows = [(len(requests), most, gap), *requests]
    return "\n".join(" ".join(map(str, row)) for row in rows) + "\n"


def some(rng, count, most, gap, day, longest, pay):
    starts = [rng.randrange(day) for _ in range(count)]
    return text(
        most, gap, [(start, start + rng.randint(1, longest), rng.randint(0, pay)) for start in starts]
    )


def hidden(rng: Random) -> Iterator[str]:
    yield text(1, 0, [(0, 1, 0)])
    yield text(25, 0, [(0, 10**9, 10**6)])
    yield text(2, 0, [(0, 5, 5), (5, 10, 5), (0, 10, 10)])
    yield text(2, 1, [(0, 5, 5), (5, 10, 5), (0, 10, 9)])
    yield text(3, 2, [(0, 4, 3), (6, 9, 3), (11, 12, 3), (5, 11, 8), (4, 6, 1)])
    yield text(25, 10, [(start * 20, start * 20 + 10, 7) for start in range(40)])
    yield text(25, 11, [(start * 20, start * 20 + 10, 7) for start in range(40)])
    yield text(25, 0, [(start, 3000 - start, start) for start in range(1500)])
    for count, most, gap, day, longest, pay in (
        (8, 3, 2, 30, 9, 9),
        (300, 8, 5, 400, 60, 20),
        (100, 5, 10, 2000, 150, 30),
        (1500, 25, 10**4, 9 * 10**8, 10**7, 10**6),
        (1500, 25, 0, 10**5, 60, 10**6),
        (1500, 12, 500, 10**6, 10**5, 3),
        (1500, 1, 0, 10**6, 999, 10**6),
    ):
        yield some(rng, count, most, gap, day, longest, pay)
