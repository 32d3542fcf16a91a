"""Cases of “Changing between two trams”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (("3 2 1 4\n10 11 12\n12 15\n", "2\n"), ("1 1 2 5\n10\n11\n", "0\n"))


def text(least, most, first, second):
    lines = [
        f"{len(first)} {len(second)} {least} {most}",
        *(" ".join(map(str, sorted(line))) for line in (first, second)),
    ]
    return "\n".join(lines) + "\n"


def some(rng, count, highest):
    return [rng.randint(0, highest) for _ in range(count)]


def hidden(rng: Random) -> Iterator[str]:
    yield text(0, 0, [5], [5])
    yield text(0, 0, [0, 0, 0], [0, 0])
    yield text(1, 1, [0, 10**9 - 1], [10**9])
    yield text(2, 6, [1, 5], [7, 7])
    yield text(2, 6, [1, 4, 5], [6, 7, 8])
    yield text(3, 3, [1, 2, 3], [4, 4, 5, 6])
    yield text(0, 10, [0, 8], [8, 9])
    yield text(0, 10**6, [0] * 3000, [10**6] * 3000)
    yield text(5, 9, list(range(0, 30_000, 10)), list(range(4, 30_004, 10)))
    for n, m, least, most, highest in (
        (9, 9, 2, 5, 30),
        (300, 200, 10, 40, 5000),
        (3000, 3000, 1, 3, 20_000),
        (2200, 2100, 0, 10**5, 10**9),
    ):
        yield text(least, most, some(rng, n, highest), some(rng, m, highest))
