"""Cases of “Painting over the fence”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (("3\n1 4 7\n3 6 5\n4 4 9\n", "5 4\n7 3\n9 1\n"), ("2\n1 1 3\n1 1 3\n", "3 1\n"))


def text(coats):
    return f"{len(coats)}\n" + "".join(f"{a} {b} {colour}\n" for a, b, colour in coats)


def some(rng, count, boards, longest, colours):
    starts = [rng.randint(1, boards) for _ in range(count)]
    ends = [min(10**9, start + rng.randrange(longest)) for start in starts]
    return text([(start, end, rng.randint(1, colours)) for start, end in zip(starts, ends)])


def hidden(rng: Random) -> Iterator[str]:
    yield text([(1, 10**9, 10**9)])
    yield text([(1, 5, 1), (1, 5, 2), (1, 5, 3)])
    yield text([(1, 5, 1), (1, 5, 2), (1, 5, 1)])
    yield text([(1, 9, 1), (3, 3, 2), (4, 4, 3), (5, 5, 2), (3, 5, 2)])
    yield text([(2, 3, 1), (1, 2, 2), (3, 4, 3), (2, 3, 1)])
    yield text([(5, 5, 2), (4, 6, 2), (3, 7, 3), (2, 8, 3), (1, 9, 2)])
    yield text([(step, 3000 - step, step) for step in range(1, 1500)])
    yield text([(1500 - step, 1500 + step, step + 1) for step in range(1400)])
    yield text([(step, step + 1, step % 2 + 1) for step in range(1, 1500)])
    for count, boards, longest, colours in (
        (10, 12, 6, 3),
        (100, 200, 30, 9),
        (1500, 10**9, 10**7, 20),
        (1500, 5000, 90, 10**9),
        (1500, 9 * 10**8, 9 * 10**7, 1000),
        (1500, 10**6, 3000, 2),
    ):
        yield some(rng, count, boards, longest, colours)
