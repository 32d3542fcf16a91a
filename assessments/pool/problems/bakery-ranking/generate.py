"""Cases of “Ranking the bakers”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (
    ("3\nnoor 9 40\nana 8 10\nemil 9 40\n", "1 emil\n1 noor\n3 ana\n"),
    ("2\nyusuf 7 90\nwei 7 30\n", "1 wei\n2 yusuf\n"),
)


def text(bakers):
    return f"{len(bakers)}\n" + "".join(f"{name} {points} {time}\n" for name, points, time in bakers)


def names(rng, count):
    found = set()
    while len(found) < count:
        found.add("".join(rng.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(rng.randint(2, 9))))
    return rng.sample(sorted(found), count)


def hidden(rng: Random) -> Iterator[str]:
    yield text([("solo", 0, 1)])
    yield text([(name, 5, 5) for name in ("d", "b", "c", "a")])
    yield text([("a", 100, 300), ("b", 99, 1), ("c", 100, 299)])
    yield text([("a", 9, 5), ("b", 10, 5), ("c", 100, 5), ("d", 10, 5)])
    yield text([("a", 3, 9), ("b", 3, 10), ("c", 3, 100)])
    yield text([("p", 5, 5), ("q", 5, 5), ("r", 4, 5), ("s", 4, 5), ("t", 4, 5), ("u", 1, 1)])
    for count, points, time in (
        (30, 3, 3),
        (200, 5, 5),
        (1000, 100, 300),
        (1000, 1, 2),
        (1000, 20, 10),
        (999, 0, 1),
    ):
        yield text([(name, rng.randint(0, points), rng.randint(1, time)) for name in names(rng, count)])
