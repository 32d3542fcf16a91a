"""Cases of “The strongest pair of signals”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (("3 1\n2 4 8\n5 7\n", "7\n"), ("1 2\n6\n1 5\n1 6\n", "-1\n7\n"))


def text(codes, captains):
    rows = [(len(codes), len(captains)), codes, *captains]
    return "\n".join(" ".join(map(str, row)) for row in rows) + "\n"


def some(rng, count, captains, bits):
    codes = [rng.randrange(2**bits) for _ in range(count)]
    return text(codes, [(rng.randrange(2**bits), rng.randrange(2**bits)) for _ in range(captains)])


def hidden(rng: Random) -> Iterator[str]:
    top = 2**30 - 1
    yield text([0], [(0, 0)])
    yield text([top], [(0, top), (top, top), (0, top - 1)])
    yield text([1, 2, 3], [(0, 3), (0, 2), (0, 1), (0, 0)])
    yield text([8, 7], [(0, 9), (15, 9), (7, 7), (8, 8)])
    yield text([5] * 100, [(5, 5), (2, 9), (1, 4)])
    yield text([2**bit for bit in range(30)], [(2**bit, top >> (29 - bit)) for bit in range(30)])
    yield text(list(range(1000)), [(code, 1000 - code) for code in range(1000)])
    yield text([top - code for code in range(1000)], [(code, top - code) for code in range(1000)])
    yield some(rng, 10, 30, 4)
    yield some(rng, 200, 500, 10)
    yield some(rng, 2000, 1200, 30)
    yield some(rng, 2000, 1200, 9)
    yield text(
        [rng.randrange(2**29, 2**30) for _ in range(2000)], [(rng.randrange(2**30), top) for _ in range(1200)]
    )
