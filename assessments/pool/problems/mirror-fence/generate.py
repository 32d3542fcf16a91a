"""Cases of “A fence like its mirror image”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (("4\n1 7 7 3\n5 9 9 2\n", "2\n"), ("3\n4 9 4\n8 8 8\n", "0\n"))


def text(colours, costs):
    return f"{len(colours)}\n{' '.join(map(str, colours))}\n{' '.join(map(str, costs))}\n"


def hidden(rng: Random) -> Iterator[str]:
    yield text([5], [10])
    yield text([1, 2], [3, 4])
    yield text([1, 2], [4, 3])
    yield text([1, 1], [4, 3])
    yield text([1, 2, 3, 4, 5], [9, 1, 7, 3, 9])
    yield text([1, 2, 1, 2, 1, 2], [1, 2, 3, 4, 5, 6])
    yield text([1] * 1500 + [2] * 1500, [10**9] * 3000)
    half = [rng.randint(1, 99) for _ in range(2000)]
    yield text(half + half[::-1], [rng.randint(1, 10**6) for _ in range(4000)])
    for count, colour in ((11, 3), (500, 2), (3999, 4), (4000, 100_000)):
        yield text(
            [rng.randint(1, colour) for _ in range(count)], [rng.randint(1, 9999) for _ in range(count)]
        )
