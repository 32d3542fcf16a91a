"""Cases of “The middle waiting time”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (("4\n+5\n+3\n+9\n-5\n", "5\n3\n5\n3\n"), ("2\n+7\n-7\n", "7\nnone\n"))


def text(lines):
    return f"{len(lines)}\n" + "".join(f"{line:+d}\n" for line in lines)


def some(rng, count, most, withdraw):
    kept, lines = [], []
    for _ in range(count):
        if kept and rng.random() < withdraw:
            lines.append(-kept.pop(rng.randrange(len(kept))))
        else:
            kept.append(rng.randint(1, most))
            lines.append(kept[-1])
    return text(lines)


def hidden(rng: Random) -> Iterator[str]:
    yield text([10**9])
    yield text([1, -1, 2, -2, 3])
    yield text([4, 4, -4, 4, -4, -4])
    yield text([1, 2, 3, 4, -1, -2, -3, -4])
    yield text([5, 1, 5, 9, 5, -5, -9, -5, -1])
    yield text(list(range(1, 4001)))
    yield text(list(range(4000, 0, -1)))
    yield text([*range(1, 2001), *range(-2000, 0)])
    yield text([*range(1, 2001), *range(-1, -2001, -1)])
    for count, most, withdraw in (
        (30, 9, 0.4),
        (600, 50, 0.3),
        (4000, 10**9, 0.2),
        (4000, 20, 0.49),
        (4000, 10**6, 0),
    ):
        yield some(rng, count, most, withdraw)
