"""Cases of “Sensors in step”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (("4 5\n-1 4 9 1\n", "3 3\n"), ("3 10\n-1 1 0\n", "0 1\n"))


def text(step, times):
    return f"{len(times)} {step}\n{' '.join(map(str, times))}\n"


def hidden(rng: Random) -> Iterator[str]:
    yield text(1, [-(10**9)])
    yield text(1, [rng.randint(-99, 99) for _ in range(4500)])
    yield text(2, [-3, -2, -1, 0, 1, 2, 3])
    yield text(10**9, [-(10**9), 0, 10**9, 1, -999_999_999])
    yield text(7, [-7, 7, -14, 14, 0])
    yield text(1000, [7] * 4500)
    yield text(3, [-1, -1, 2, 2])
    yield text(10**9, list(range(-2000, 2000)))
    for count, step, most in (
        (50, 6, 30),
        (1000, 37, 10**6),
        (4500, 999, 10**9),
        (4400, 10**6, 10**9),
        (4500, 2, 10**9),
    ):
        yield text(step, [rng.randint(-most, most) for _ in range(count)])
