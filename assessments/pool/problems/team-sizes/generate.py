"""Cases of “How large is each team?”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (("4\n3 1 0 1\n", "3 1 4 1\n"), ("3\n0 1 2\n", "3 2 1\n"))


def text(managers):
    return f"{len(managers)}\n{' '.join(map(str, managers))}\n"


def tree(rng, count, pick):
    """A tree whose people are numbered at random; `pick(place)` is the place of the manager."""
    number = rng.sample(range(1, count + 1), count)
    managers = [0] * count
    for place in range(1, count):
        managers[number[place] - 1] = number[pick(place)]
    return text(managers)


def hidden(rng: Random) -> Iterator[str]:
    yield text([0])
    yield text([2, 0])
    yield text([0, 1, 1, 1, 1])
    yield text([5, 5, 5, 5, 0])
    yield text([2, 3, 4, 5, 0])
    yield tree(rng, 7, lambda place: (place - 1) // 2)
    yield tree(rng, 50, lambda place: rng.randrange(place))
    yield tree(rng, 1000, lambda place: rng.randrange(place))
    yield tree(rng, 8000, lambda place: place - 1)
    yield tree(rng, 8000, lambda place: rng.randrange(place))
    yield tree(rng, 8000, lambda place: rng.randrange(max(0, place - 5), place))
    yield tree(rng, 8000, lambda place: rng.randrange(min(place, 3)))
