"""Cases of “Somebody at the help desk”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (("3\n0 20\n10 30\n50 60\n", "40 20\n"), ("3\n5 25\n10 15\n25 30\n", "25 0\n"))


def text(shifts):
    return f"{len(shifts)}\n" + "".join(f"{start} {end}\n" for start, end in shifts)


def some(rng, count, highest, longest):
    starts = [rng.randrange(highest) for _ in range(count)]
    return [(start, min(highest, start + rng.randint(1, longest))) for start in starts]


def hidden(rng: Random) -> Iterator[str]:
    yield text([(0, 1)])
    yield text([(0, 10**9), (0, 10**9)])
    yield text([(999_999_999, 10**9), (0, 1)])
    yield text([(10, 100), (20, 30), (40, 50), (110, 120)])
    yield text([(30, 40), (20, 30), (10, 20)])
    yield text([(1, 2), (4, 5), (9, 10)])
    yield text([(0, 50), (10, 20), (60, 70), (15, 58)])
    yield text([(start * 4, start * 4 + 2) for start in range(2500)])
    yield text([(start, 5000 - start) for start in range(2500)])
    for count, highest, longest in (
        (20, 200, 20),
        (300, 10_000, 60),
        (2500, 10**9, 10**6),
        (2500, 10**6, 300),
        (2500, 10**9, 10**5),
    ):
        yield text(some(rng, count, highest, longest))
