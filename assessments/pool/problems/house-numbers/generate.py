"""Cases of “House numbers for sale”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (("1\n8 21 3\n", "5\n"), ("2\n11 11 1\n1 10 1\n", "0\n10\n"))


def text(questions):
    return f"{len(questions)}\n" + "".join(f"{a} {b} {m}\n" for a, b, m in questions)


def some(rng, count, digits):
    questions = []
    for _ in range(count):
        a, b = sorted((rng.randrange(1, 10 ** rng.randint(1, digits)), rng.randrange(1, 10**digits)))
        questions.append((a, b, rng.randint(1, 20)))
    return text(questions)


def hidden(rng: Random) -> Iterator[str]:
    yield text([(1, 1, 1), (1, 1, 2), (9, 9, 9), (10, 10, 1)])
    yield text([(1, 9, m) for m in range(1, 11)])
    yield text([(1, 100, 1), (99, 101, 2), (100, 100, 1), (101, 101, 2), (898, 990, 5)])
    yield text([(1, 10**5, 7), (12_121, 98_989, 1), (55, 10**4, 11)])
    yield text([(1, 10**40 - 1, 1), (10**39, 10**40 - 1, 20), (10**40 - 1, 10**40 - 1, 9)])
    yield text([(int("12" * 20), int("98" * 20), 3), (int("98" * 20), int("98" * 20), 10)])
    yield text([(10**power, 10 ** (power + 1), 1) for power in range(0, 40, 5)][:7])
    yield text([(1, int("1" * length), 2) for length in range(1, 11)])
    yield text([(1, 10**18, m) for m in (1, 2, 3, 13, 17, 20)])
    for count, digits in ((10, 3), (10, 6), (10, 19), (10, 40)):
        yield some(rng, count, digits)
