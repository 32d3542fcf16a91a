"""Cases of “The longest way of the water”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (("4\n10 1 1 1\n1 2 4\n3 1 5\n1 4 3\n", "19\n"), ("2\n7 7\n2 1 3\n", "3\n"))


def text(delays, pipes):
    rows = [(len(delays),), delays, *pipes]
    return "\n".join(" ".join(map(str, row)) for row in rows) + "\n"


def tree(rng, count, pick, delay, length):
    number = rng.sample(range(1, count + 1), count)
    pipes = [(number[place], number[pick(place)], rng.randint(1, length)) for place in range(1, count)]
    rng.shuffle(pipes)
    return text([rng.randint(0, delay) for _ in range(count)], pipes)


def hidden(rng: Random) -> Iterator[str]:
    yield text([5], [])
    yield text([1, 100, 1], [(1, 2, 1), (2, 3, 1)])
    yield text([0] * 5, [(1, 2, 1), (2, 3, 9), (2, 4, 8), (4, 5, 7)])
    yield text([0, 50, 0, 0, 0, 50], [(1, 2, 1), (2, 3, 1), (2, 4, 1), (1, 6, 1), (6, 5, 1)])
    yield text([10**6] * 1800, [(here, here + 1, 10**6) for here in range(1, 1800)])
    yield text([10**6] * 1800, [(1, here, 10**6) for here in range(2, 1801)])
    yield tree(rng, 12, lambda place: rng.randrange(place), 9, 9)
    yield tree(rng, 300, lambda place: rng.randrange(place), 1000, 10)
    yield tree(rng, 2000, lambda place: rng.randrange(place), 10, 10**6)
    yield tree(rng, 2000, lambda place: place - 1, 10**6, 10**6)
    yield tree(rng, 2000, lambda place: (place - 1) // 2, 10**6, 10)
    yield tree(rng, 2000, lambda place: rng.randrange(max(0, place - 9), place), 10**5, 10**5)
    yield tree(rng, 1900, lambda place: rng.randrange(min(place, 40)), 10**6, 10**6)
