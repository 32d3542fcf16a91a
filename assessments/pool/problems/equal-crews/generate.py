"""Cases of “Crews of equal strength”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (("1\n5 3\n4 3 2 5 1\n", "yes\n"), ("2\n3 2\n4 4 2\n3 1\n4 4 2\n", "no\nyes\n"))


def text(questions):
    return f"{len(questions)}\n" + "".join(
        f"{len(row)} {k}\n{' '.join(map(str, row))}\n" for k, row in questions
    )


def splittable(rng, crews, size, total):
    """Strengths made by cutting `crews` equal totals into pieces."""
    row = []
    for _ in range(crews):
        cuts = sorted(rng.sample(range(1, total), size - 1))
        row += [high - low for low, high in zip([0, *cuts], [*cuts, total])]
    rng.shuffle(row)
    return crews, row


def moved(rng, crews, size, total):
    """The same, and then something is moved from one rower to another."""
    _crews, row = splittable(rng, crews, size, total)
    giver = max(range(len(row)), key=row.__getitem__)
    taker = (giver + 1) % len(row)
    row[giver], row[taker] = row[giver] - 1, row[taker] + 1
    return crews, row


def hidden(rng: Random) -> Iterator[str]:
    yield text([(1, [1])])
    yield text([(2, [1, 1]), (2, [1, 2]), (2, [10**6, 10**6])])
    yield text([(2, [7, 6, 5, 4, 4, 4]), (2, [8, 7, 6, 5, 4]), (2, [5, 5, 4, 3, 3])])
    yield text([(3, [6, 5, 5, 4, 4, 3, 3]), (3, [6, 6, 6, 3, 3, 3, 3])])
    yield text([(12, [9] * 12), (4, [9] * 12), (5, [9] * 12), (6, [9] * 12)])
    yield text([(3, [10, 1, 1]), (2, [6, 2, 2, 2])])
    yield text([(2, [3, 3, 2, 2, 2]), (3, [9, 7, 7, 5, 5, 3, 9, 3])])
    for total in (20, 60, 1000, 10**6):
        sizes = ((2, 6), (3, 4), (4, 3), (2, 5))
        yield text([make(rng, crews, size, total) for crews, size in sizes for make in (splittable, moved)])
