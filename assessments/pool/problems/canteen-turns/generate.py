"""Cases of “Second helpings”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (("3 2\n3 2 4\n", "2 1 3\n"), ("2 5\n5 1\n", "1 2\n"))


def text(most, wishes):
    return f"{len(wishes)} {most}\n{' '.join(map(str, wishes))}\n"


def hidden(rng: Random) -> Iterator[str]:
    yield text(1, [1])
    yield text(10**6, [10**6, 1, 999_999])
    yield text(3, [6, 3, 7, 9])
    yield text(2, [5, 4, 3, 2, 1])
    yield text(1, [4, 3, 2, 1])
    yield text(4, [8, 8, 8, 8])
    yield text(5, [6, 5, 11, 10, 16, 15])
    for count, most, wish in ((10, 3, 12), (200, 7, 70), (1000, 10, 500), (3000, 50, 999), (3000, 9, 90)):
        yield text(most, [rng.randint(1, wish) for _ in range(count)])
