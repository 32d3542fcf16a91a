"""Cases of “Swapping books on a shelf”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (("4\n1 3 2 4\n", "up 1\n"), ("3\n2 1 2\n", "same 1\n"))


def text(marks):
    return f"{len(marks)}\n{' '.join(map(str, marks))}\n"


def hidden(rng: Random) -> Iterator[str]:
    yield text([5])
    yield text([5, 5, 5])
    yield text([1, 2])
    yield text([2, 1])
    yield text([3, 2, 1, 2, 3])
    yield text([4, 4, 3, 3, 5])
    yield text(list(range(6000)))
    yield text(list(range(6000, 0, -1)))
    yield text([7] * 3000 + [5] * 3000)
    yield text([number % 2 for number in range(6000)])
    yield text([rng.randint(0, 5) for _ in range(6000)])
    yield text([rng.randint(0, 999_999) for _ in range(6000)])
    yield text([rng.randint(0, 9) + number // 50 for number in range(5000)])
