"""Cases of “Which tree takes the light?”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (("4\n3 1 4 2\n", "2 1 0 1\n"), ("3\n5 5 5\n", "0 0 0\n"))


def text(heights):
    return f"{len(heights)}\n{' '.join(map(str, heights))}\n"


def hidden(rng: Random) -> Iterator[str]:
    yield text([1])
    yield text([1, 2])
    yield text([2, 2, 3, 2, 2])
    yield text([9, 1, 2, 3])
    yield text([10**9, 1, 1, 10**9, 5])
    yield text(list(range(1, 5001)))
    yield text(list(range(5000, 0, -1)))
    yield text([7] * 4999 + [8])
    yield text([8] + [7] * 4999)
    yield text([1, 2] * 2500)
    yield text([rng.randint(1, 9) for _ in range(5000)])
    yield text([rng.randint(1, 10**8) for _ in range(4800)])
    yield text([rng.randint(1, 50) + 2500 - abs(number - 2500) for number in range(5000)])
