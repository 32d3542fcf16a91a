"""Cases of “Steps of a recipe”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (("3 1\n3 1\n", "2 3 1\n"), ("3 2\n2 3\n3 2\n", "stuck after 1\n"))


def text(count, rules):
    return f"{count} {len(rules)}\n" + "".join(f"{a} {b}\n" for a, b in rules)


def some(rng, count, number):
    """Rules that follow a hidden order, so that they never contradict each other."""
    order = rng.sample(range(1, count + 1), count)
    pairs = [sorted(rng.sample(range(count), 2)) for _ in range(number)]
    return [(order[low], order[high]) for low, high in pairs]


def hidden(rng: Random) -> Iterator[str]:
    yield text(1, [])
    yield text(1, [(1, 1)])
    yield text(3, [(1, 2), (1, 2), (1, 2)])
    yield text(4, [(4, 1), (1, 3)])
    yield text(5, [(5, 1), (4, 2), (2, 3)])
    yield text(6, [(1, 2), (2, 3), (3, 2), (3, 4)])
    yield text(3500, [])
    yield text(3500, [(step + 1, step) for step in range(1, 3500)])
    yield text(3000, [(step, step + 1) for step in range(1, 3000)] + [(3000, 1500)])
    yield text(7, some(rng, 7, 9))
    yield text(100, some(rng, 100, 150))
    yield text(3500, some(rng, 3500, 4000))
    yield text(400, some(rng, 400, 4000))
    yield text(2000, [*some(rng, 2000, 1500), (77, 78), (78, 77)])
