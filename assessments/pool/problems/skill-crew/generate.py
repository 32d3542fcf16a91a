"""Cases of “The smallest crew”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (("4 2\n2 10\n4 11\n5 11\n9 01\n", "9\n"), ("2 1\n3 1\n3 0\n", "-1\n"))


def text(skills, candidates):
    return f"{len(candidates)} {skills}\n" + "".join(f"{wage} {word}\n" for wage, word in candidates)


def some(rng, count, skills, has, wage):
    words = ["".join("1" if rng.random() < has else "0" for _ in range(skills)) for _ in range(count)]
    return text(skills, [(rng.randint(1, wage), word) for word in words])


def hidden(rng: Random) -> Iterator[str]:
    yield text(1, [(1, "1")])
    yield text(1, [(5, "1"), (3, "1"), (4, "1")])
    yield text(2, [(1, "10"), (1, "10"), (1, "01"), (1, "01"), (2, "11"), (3, "11")])
    yield text(3, [(4, "110"), (4, "011"), (4, "101"), (9, "111")])
    yield text(6, [(10**6, "111111")] * 2)
    yield text(6, [(10**6, "1" * 3 + "0" * 3), (10**6, "0" * 3 + "1" * 3)] * 7)
    yield text(
        6, [(7, "0" * place + "1" + "0" * (5 - place)) for place in range(6)] * 2 + [(80, "111111")] * 2
    )
    yield text(
        6, [(7, "0" * place + "1" + "0" * (5 - place)) for place in range(6)] * 2 + [(41, "111111")] * 2
    )
    for count, skills, has, wage in (
        (6, 3, 0.6, 9),
        (10, 4, 0.5, 20),
        (14, 6, 0.3, 10**6),
        (14, 6, 0.5, 100),
        (14, 6, 0.7, 10),
        (14, 5, 0.25, 50),
        (13, 6, 0.4, 10**6),
    ):
        yield some(rng, count, skills, has, wage)
