"""Cases of “Early and late shifts”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (("4 2\n1 2 -1 3\n", "3 3\n"), ("3 0\n0 0 0\n", "6 3\n"))


def text(wanted, days):
    return f"{len(days)} {wanted}\n{' '.join(map(str, days))}\n"


def hidden(rng: Random) -> Iterator[str]:
    yield text(0, [1])
    yield text(-5, [-5])
    yield text(10**9, [10**5] * 3000)
    yield text(-(10**9) + 10**8, [-(10**5)] * 6000)
    yield text(0, [0] * 6000)
    yield text(0, [1, -1] * 3000)
    yield text(3, [5, -2, 5, -2, -3, 3])
    yield text(0, [3, -1, -2, 3, -1, -2])
    yield text(1, [rng.choice([-1, 1]) for _ in range(6000)])
    yield text(17, [rng.randint(-9, 9) for _ in range(6000)])
    yield text(-400, [rng.randint(-99, 99) for _ in range(6000)])
    yield text(50, [rng.randint(0, 9) for _ in range(5000)])
    yield text(99_999, [rng.randint(-(10**5), 10**5) for _ in range(6000)])
