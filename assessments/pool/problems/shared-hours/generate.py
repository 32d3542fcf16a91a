"""Cases of “An hour for everybody”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (("2 0 100 40 1\n1 10 30\n2 20 50\n", "30\n"), ("2 0 60 60 1\n7 10 40\n7 20 50\n", "0\n"))


def text(hall, length, missing, events):
    rows = [(len(events), *hall, length, missing), *events]
    return "\n".join(" ".join(map(str, row)) for row in rows) + "\n"


def some(rng, count, singers, hall, longest, length, missing):
    events = []
    for _ in range(count):
        start = rng.randrange(max(0, hall[0] - longest), hall[1])
        events.append((rng.randint(1, singers), start, start + rng.randint(1, longest)))
    return text(hall, length, missing, [(who, start, min(end, 10**9)) for who, start, end in events])


def hidden(rng: Random) -> Iterator[str]:
    yield text((0, 10), 10, 0, [])
    yield text((0, 10), 11, 0, [])
    yield text((5, 15), 3, 0, [(1, 0, 7), (2, 9, 20)])
    yield text((5, 15), 2, 0, [(1, 0, 7), (2, 9, 20)])
    yield text((0, 30), 10, 0, [(1, 10, 20), (1, 20, 25)])
    yield text((0, 30), 10, 1, [(1, 0, 20), (2, 0, 5), (1, 5, 30)])
    yield text((0, 100), 50, 1, [(1, 0, 60), (1, 30, 90), (2, 60, 70), (2, 65, 70)])
    yield text((100, 200), 20, 0, [(1, 0, 100), (2, 120, 121), (3, 141, 300)])
    yield text((0, 10**9), 10**9, 2000, [(who, 0, 10**9) for who in range(1, 2001)])
    yield text((0, 10**9), 10**9, 1999, [(who, 0, 10**9) for who in range(1, 2001)])
    yield some(rng, 12, 4, (20, 90), 20, 12, 1)
    yield some(rng, 200, 20, (0, 5000), 300, 90, 7)
    yield some(rng, 2000, 400, (1000, 10**6), 20_000, 900, 25)
    yield some(rng, 2000, 5, (0, 10**9), 10**6, 10**6, 1)
    yield some(rng, 2000, 2000, (0, 10**9), 10**8, 5 * 10**5, 140)
