"""Cases of “The order of the kiln”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (("2\n3 2\n1 5\n", "13 26\n"), ("1\n4 3\n", "12 12\n"))


def text(orders):
    return f"{len(orders)}\n" + "".join(f"{hours} {loss}\n" for hours, loss in orders)


def hidden(rng: Random) -> Iterator[str]:
    yield text([(1, 0)])
    yield text([(5, 0), (1, 1)])
    yield text([(10, 10), (1, 2), (3, 3)])
    yield text([(1, 2), (5, 9)])
    yield text([(4, 5), (2, 3), (6, 6), (1, 1)])
    yield text([(2, 1), (4, 2), (6, 3)])
    yield text([(1000, 1000)] * 3000)
    yield text([(1000, number % 1000) for number in range(3000)])
    yield text([(number % 1000 + 1, 500) for number in range(3000)])
    for count, most in ((6, 9), (200, 30), (3000, 1000), (3000, 12)):
        yield text([(rng.randint(1, most), rng.randint(0, most)) for _ in range(count)])
