"""Cases of “The mountain post”."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from random import Random

SAMPLES = (("3 3\n5 9 5\n1 2 1\n2 3 1\n3 1 12\n", "11\n"), ("3 1\n0 0 0\n2 1 4\n", "-1\n"))


def text(changes, roads):
    rows = [(len(changes), len(roads)), changes, *roads]
    return "\n".join(" ".join(map(str, row)) for row in rows) + "\n"


def some(rng, count, number, change, minutes):
    roads = [(rng.randint(1, count), rng.randint(1, count), rng.randint(1, minutes)) for _ in range(number)]
    return text([rng.randint(0, change) for _ in range(count)], roads)


def chain(rng, count, change, minutes, extra):
    names = [1, *rng.sample(range(2, count), count - 2), count]
    roads = [(a, b, rng.randint(1, minutes)) for a, b in itertools.pairwise(names)]
    roads += [
        (rng.randint(1, count), rng.randint(1, count), rng.randint(minutes, 9 * minutes))
        for _ in range(extra)
    ]
    rng.shuffle(roads)
    return text([rng.randint(0, change) for _ in range(count)], roads)


def hidden(rng: Random) -> Iterator[str]:
    yield text([10**9, 10**9], [(1, 2, 1)])
    yield text([0, 0], [])
    yield text([7, 7], [(1, 1, 5), (2, 1, 9), (1, 2, 8)])
    yield text([50, 3, 50, 2], [(1, 2, 1), (2, 4, 1), (1, 3, 1), (3, 4, 1), (1, 4, 6)])
    yield text([9, 1, 1, 9], [(1, 2, 3), (2, 3, 3), (3, 4, 3), (1, 3, 8)])
    yield text([0, 0, 0, 0, 0], [(1, 2, 1), (2, 3, 1), (3, 4, 1), (4, 5, 1), (1, 5, 5)])
    yield text([10**9] * 1450, [(here, here + 1, 10**9) for here in range(1, 1450)])
    yield chain(rng, 10, 5, 10, 6)
    yield chain(rng, 300, 20, 10, 100)
    yield chain(rng, 1400, 10**9, 10**8, 200)
    yield some(rng, 500, 3000, 1000, 1000)
    yield some(rng, 1500, 2300, 10**5, 10**5)
    yield some(rng, 60, 3000, 10, 10**6)
