"""Cases of “Half-price vouchers”."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from random import Random

SAMPLES = (("3 2 1 5\n1 2 10\n2 3 4\n", "9\n"), ("3 2 0 3\n1 2 5\n2 3 4\n", "6\n"))


def text(towns, vouchers, coupon, rides):
    return f"{towns} {len(rides)} {vouchers} {coupon}\n" + "".join(
        f"{a} {b} {price}\n" for a, b, price in rides
    )


def chain(rng, towns, vouchers, coupon, price, extra):
    names = [1, *rng.sample(range(2, towns), towns - 2), towns]
    rides = [(a, b, rng.randint(0, price)) for a, b in itertools.pairwise(names)]
    for _ in range(extra):
        start = rng.randrange(towns)
        end = min(towns - 1, start + rng.randint(0, 6))
        rides.append((names[start], names[end], rng.randint(0, price * max(1, end - start))))
    rng.shuffle(rides)
    return text(towns, vouchers, coupon, rides)


def hidden(rng: Random) -> Iterator[str]:
    yield text(1, 0, 5, [])
    yield text(2, 5, 5, [])
    yield text(2, 0, 9, [(2, 1, 1)])
    yield text(2, 1, 9, [(1, 2, 7), (1, 2, 8)])
    yield text(3, 1, 100, [(1, 2, 6), (2, 3, 6)])
    yield text(4, 0, 5, [(1, 2, 0), (2, 1, 0), (2, 4, 9)])
    yield text(4, 2, 0, [(1, 2, 9), (2, 3, 9), (3, 4, 9), (1, 4, 19)])
    yield text(3, 0, 10**6, [(1, 1, 1), (1, 3, 10**6)])
    for towns, vouchers, coupon, price, extra in (
        (6, 1, 3, 9, 6),
        (40, 2, 5, 20, 80),
        (700, 5, 0, 10**6, 1500),
        (700, 5, 10**6, 10**6, 1800),
        (700, 3, 50, 99, 1800),
        (700, 0, 300, 1000, 1500),
    ):
        yield chain(rng, towns, vouchers, coupon, price, extra)
    rides = [(rng.randint(1, 700), rng.randint(1, 700), rng.randint(0, 10**6)) for _ in range(2500)]
    yield text(700, 4, 250_000, rides)
