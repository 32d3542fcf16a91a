"""Cases of “Cables that must not fail”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (("4 4\n1 2\n2 3\n3 1\n3 4\n", "1\n4 3\n"), ("3 3\n1 2\n2 1\n2 3\n", "1\n3 2\n"))


def text(count, cables):
    return f"{count} {len(cables)}\n" + "".join(f"{a} {b}\n" for a, b in cables)


def tree(rng, count, extra, far=10**9):
    names = rng.sample(range(1, count + 1), count)
    cables = [(names[place], names[rng.randrange(max(0, place - far), place)]) for place in range(1, count)]
    cables += [(rng.randint(1, count), rng.randint(1, count)) for _ in range(extra)]
    rng.shuffle(cables)
    return text(count, cables)


def hidden(rng: Random) -> Iterator[str]:
    yield text(1, [])
    yield text(1, [(1, 1), (1, 1)])
    yield text(2, [(1, 2)])
    yield text(2, [(1, 2), (2, 1), (1, 1)])
    yield text(6, [(1, 2), (2, 3), (4, 5), (5, 6), (6, 4)])
    yield text(6, [(1, 2), (2, 3), (3, 1), (3, 4), (4, 5), (5, 6), (6, 4)])
    yield text(4, [(1, 2), (1, 2), (2, 3), (3, 4), (3, 4)])
    yield text(3000, [(here, here + 1) for here in range(1, 3000)])
    yield text(3000, [(here, here % 3000 + 1) for here in range(1, 3001)])
    yield text(3000, [(here, here + 1) for here in range(1, 3000)] + [(1000, 2000), (2500, 2501)])
    yield tree(rng, 20, 3)
    yield tree(rng, 500, 60)
    yield tree(rng, 3000, 1000)
    yield tree(rng, 3000, 300, far=3)
    yield text(3000, [(rng.randint(1, 3000), rng.randint(1, 3000)) for _ in range(4000)])
