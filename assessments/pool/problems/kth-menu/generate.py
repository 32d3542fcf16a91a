"""Cases of “The k-th cheapest menu”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (("2 2 2\n10 20\n2 1\n2 3\n", "12\n21\n"), ("2 2 1\n5 5\n1 1\n4\n", "6\n"))


def text(mains, desserts, lines):
    rows = [(len(mains), len(desserts), len(lines)), mains, desserts, lines]
    return "\n".join(" ".join(map(str, row)) for row in rows) + "\n"


def some(rng, mains, desserts, most):
    total = mains * desserts
    lines = [1, total, *(rng.randint(1, total) for _ in range(3))]
    return text(
        [rng.randint(0, most) for _ in range(mains)], [rng.randint(0, most) for _ in range(desserts)], lines
    )


def hidden(rng: Random) -> Iterator[str]:
    yield text([0], [0], [1, 1])
    yield text([10**9], [10**9], [1])
    yield text([1, 2, 3], [10, 20, 30], [1, 4, 5, 9])
    yield text([0, 100], [0, 1], [1, 2, 3, 4])
    yield text([5] * 300, [7] * 300, [1, 90_000, 45_000])
    yield text(list(range(1000)), list(range(1000)), [1, 500_000, 500_001, 999_999, 10**6])
    yield some(rng, 5, 4, 9)
    yield some(rng, 1, 1000, 10**9)
    yield some(rng, 1000, 1, 1000)
    yield some(rng, 100, 70, 500)
    yield some(rng, 1000, 1000, 10**9)
    yield some(rng, 1000, 1000, 50)
    yield some(rng, 999, 800, 10**6)
