"""Cases of “Who decides for both?”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (("4 2\n2 0 2 3\n4 1\n4 3\n", "2 3\n3 1\n"), ("1 1\n0\n1 1\n", "1 0\n"))


def text(managers, pairs):
    lines = [f"{len(managers)} {len(pairs)}", " ".join(map(str, managers))]
    return "\n".join(lines + [f"{one} {other}" for one, other in pairs]) + "\n"


def tree(rng, count, number, pick):
    names = rng.sample(range(1, count + 1), count)
    managers = [0] * count
    for place in range(1, count):
        managers[names[place] - 1] = names[pick(place)]
    return text(managers, [(rng.randint(1, count), rng.randint(1, count)) for _ in range(number)])


def hidden(rng: Random) -> Iterator[str]:
    yield text([2, 0], [(1, 2), (2, 1), (1, 1), (2, 2)])
    yield text([0, 1, 1, 2, 2, 3, 3], [(4, 5), (4, 6), (7, 3), (1, 5), (6, 7)])
    yield text([2, 3, 4, 5, 0], [(1, 5), (2, 4), (5, 1), (3, 3)])
    yield text([5, 5, 5, 5, 0], [(1, 2), (3, 5), (5, 4)])
    yield text([7, 7, 1, 1, 2, 2, 0], [(3, 6), (3, 4), (5, 2), (4, 7)])
    yield tree(rng, 9, 40, lambda place: rng.randrange(place))
    yield tree(rng, 200, 500, lambda place: (place - 1) // 2)
    yield tree(rng, 4000, 1500, lambda place: place - 1)
    yield tree(rng, 4000, 1500, lambda place: max(0, place - 2))
    yield tree(rng, 4000, 1500, lambda place: rng.randrange(place))
    yield tree(rng, 4000, 1500, lambda place: rng.randrange(max(0, place - 3), place))
    yield tree(rng, 4000, 1500, lambda place: rng.randrange(min(place, 2)))
