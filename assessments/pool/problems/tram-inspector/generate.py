"""Cases of “The inspector's round”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (("3\n4 9 9\n0 3 9\n9 0 9\n2 5 0\n", "5\n"), ("2\n0 0\n0 5\n5 0\n", "-1\n"))


def text(deadlines, times):
    rows = [(len(deadlines),), deadlines, *times]
    return "\n".join(" ".join(map(str, row)) for row in rows) + "\n"


def some(rng, count, longest, slack):
    """Travel times, and deadlines that a hidden round keeps with some minutes to spare (or just misses)."""
    times = [[0 if i == j else rng.randint(1, longest) for j in range(count)] for i in range(count)]
    order = rng.sample(range(count), count)
    deadlines, clock = [0] * count, 0
    for before, stop in zip([None, *order], order):
        clock += 0 if before is None else times[before][stop]
        deadlines[stop] = max(0, clock + slack)
    return text(deadlines, times)


def hidden(rng: Random) -> Iterator[str]:
    yield text([0], [[0]])
    yield text([0, 5], [[0, 5], [1, 0]])
    yield text([10, 10, 10], [[0, 1, 9], [9, 0, 1], [1, 9, 0]])
    yield text([10**6] * 4, [[0, 1, 5, 9], [9, 0, 9, 2], [1, 3, 0, 9], [3, 9, 1, 0]])
    yield text([10**6] * 11, [[0 if i == j else 10**4 for j in range(11)] for i in range(11)])
    yield text(
        [99_999] + [10**6] * 10,
        [[0 if i == j else (i * 7 + j * 13) % 97 + 1 for j in range(11)] for i in range(11)],
    )
    for count, longest, slack in (
        (5, 9, 0),
        (6, 9, 4),
        (8, 50, 3),
        (11, 30, 2),
        (11, 10**4, 5000),
        (11, 10**4, 10**5),
        (10, 9, -1),
        (11, 4, 6),
    ):
        yield some(rng, count, longest, slack)
