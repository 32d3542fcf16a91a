"""Cases of “Islands joined by ferries”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (("5 3\n1 2\n3 2\n5 4\n", "2 3\n"), ("2 1\n2 2\n", "2 1\n"))


def text(count, ferries):
    return f"{count} {len(ferries)}\n" + "".join(f"{one} {other}\n" for one, other in ferries)


def some(rng, count, number):
    return [(rng.randint(1, count), rng.randint(1, count)) for _ in range(number)]


def hidden(rng: Random) -> Iterator[str]:
    yield text(1, [])
    yield text(5000, [])
    yield text(3, [(1, 2), (2, 1), (1, 2)])
    yield text(4, [(4, 3), (3, 2), (2, 1)])
    yield text(6, [(1, 6), (2, 5), (3, 4), (6, 2)])
    yield text(4, [(1, 1), (1, 1), (2, 2), (3, 4)])
    chain = [(island, island + 1) for island in range(1, 4001)]
    rng.shuffle(chain)
    yield text(4001, chain)
    yield text(4001, [(4001, island) for island in range(1, 4001)])
    yield text(5000, [(island + 1, island) for island in range(1, 4000, 2)])
    for count, number in ((20, 12), (300, 150), (5000, 2500), (5000, 4000), (700, 4000)):
        yield text(count, some(rng, count, number))
