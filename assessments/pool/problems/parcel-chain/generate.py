"""Cases of “Notes from box to box”."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from random import Random

SAMPLES = (("4 2\n0 3 1 4\n", "3 end\n"), ("3 1\n2 3 2\n", "3 loop\n"))


def text(start, notes):
    return f"{len(notes)} {start}\n{' '.join(map(str, notes))}\n"


def path(rng, count, length, back):
    """A hunt of `length` boxes in any order, ending with a note to the box at place `back`, or with 0."""
    boxes = rng.sample(range(1, count + 1), length)
    notes = [rng.randint(0, count) for _ in range(count)]
    for here, there in itertools.pairwise(boxes):
        notes[here - 1] = there
    notes[boxes[-1] - 1] = 0 if back is None else boxes[back]
    return text(boxes[0], notes)


def hidden(rng: Random) -> Iterator[str]:
    yield text(1, [0])
    yield text(1, [1])
    yield text(2, [2, 1])
    yield text(3, [1, 2, 1])
    yield text(5, [0, 1, 2, 3, 4])
    yield text(1, [2, 3, 4, 5, 5])
    yield path(rng, 100, 60, None)
    yield path(rng, 100, 60, 30)
    yield path(rng, 8000, 8000, None)
    yield path(rng, 8000, 8000, 0)
    yield path(rng, 8000, 8000, 7999)
    yield path(rng, 8000, 5000, 4000)
