"""Cases of “Counting on the orchard map”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (
    ("2 3 1 1\n1 2 9\n4 5 9\n2 2\n1 1 2 2\n", "7\n"),
    ("2 2 0 2\n1 2\n3 4\n2 2 1 1\n1 2 1 2\n", "10\n2\n"),
)


def text(rows, gone, questions):
    lines = [f"{len(rows)} {len(rows[0])} {len(gone)} {len(questions)}"]
    return "\n".join(lines + [" ".join(map(str, row)) for row in [*rows, *gone, *questions]]) + "\n"


def some(rng, height, width, most, storms, count):
    rows = [[rng.randint(0, most) for _ in range(width)] for _ in range(height)]

    def cell():
        return (rng.randint(1, height), rng.randint(1, width))

    return text(rows, [cell() for _ in range(storms)], [cell() + cell() for _ in range(count)])


def hidden(rng: Random) -> Iterator[str]:
    yield text([[0]], [], [(1, 1, 1, 1)])
    yield text([[7]], [(1, 1), (1, 1)], [(1, 1, 1, 1)])
    yield text([[1, 2, 3, 4, 5]], [(1, 3), (1, 3)], [(1, 1, 1, 5), (1, 5, 1, 1), (1, 2, 1, 4)])
    yield text([[1], [2], [3]], [], [(3, 1, 1, 1), (2, 1, 3, 1)])
    yield text([[1, 2], [3, 4]], [], [(2, 1, 1, 2), (1, 2, 2, 1)])
    yield some(rng, 4, 5, 9, 4, 40)
    yield some(rng, 30, 20, 1000, 100, 500)
    yield some(rng, 60, 60, 10**9, 0, 500)
    yield some(rng, 100, 100, 99, 300, 1200)
    yield some(rng, 1, 100, 10**9, 20, 1200)
    yield some(rng, 100, 1, 10**9, 20, 1200)
    yield some(rng, 60, 50, 10**9, 300, 1000)
