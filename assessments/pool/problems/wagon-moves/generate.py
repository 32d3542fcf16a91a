"""Cases of “Moving wagons”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (("4 2\n2 3 4\n1 1 1\n", "1\n1 4 2 3\n"), ("3 1\n3 3 0\n", "0\n3 1 2\n"))


def text(count, orders):
    return f"{count} {len(orders)}\n" + "".join(f"{a} {b} {c}\n" for a, b, c in orders)


def some(rng, count, number, longest):
    """Orders for pieces of at most `longest` wagons of the train as it stands at that moment; few make no sense."""
    train, orders = list(range(1, count + 1)), []
    for _ in range(number):
        start = rng.randrange(count)
        end = min(count, start + rng.randint(1, longest))
        piece, behind = train[start:end], rng.randint(0, count)
        backwards = rng.random() < 0.05
        orders.append((piece[-1], piece[0], behind) if backwards else (piece[0], piece[-1], behind))
        if behind not in piece and (not backwards or len(piece) == 1):
            del train[start:end]
            at = train.index(behind) + 1 if behind else 0
            train[at:at] = piece
    return text(count, orders)


def hidden(rng: Random) -> Iterator[str]:
    yield text(1, [])
    yield text(1, [(1, 1, 0), (1, 1, 1)])
    yield text(2, [(1, 1, 2), (1, 1, 2), (1, 2, 0)])
    yield text(3, [(3, 1, 0), (1, 2, 3), (3, 1, 0)])
    yield text(5, [(1, 5, 0), (2, 4, 1), (2, 4, 3), (5, 5, 4)])
    yield text(4, [(2, 3, 1), (4, 4, 3), (1, 1, 4), (3, 4, 2), (3, 4, 2)])
    yield text(300, [(300, 300, 0)] * 600)
    yield text(100, [(wagon, wagon, 0) for wagon in range(1, 101)])
    for count, number, longest in (
        (6, 30, 3),
        (50, 300, 10),
        (5000, 1000, 5),
        (5000, 1000, 300),
        (300, 1000, 300),
    ):
        yield some(rng, count, number, longest)
