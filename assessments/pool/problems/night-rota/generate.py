"""Cases of “The night rota”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (("3 1\n+-+\n+++\n+++\n1 3\n", "2\n"), ("2 0\n+-\n+-\n", "0\n"))


def text(rows, pairs):
    return f"{len(rows)} {len(pairs)}\n" + "\n".join(rows) + "\n" + "".join(f"{a} {b}\n" for a, b in pairs)


def some(rng, count, can, dislike):
    rows = ["".join("+" if rng.random() < can else "-" for _ in range(count)) for _ in range(count)]
    pairs = [(a, b) for a in range(1, count + 1) for b in range(1, a) if rng.random() < dislike]
    rng.shuffle(pairs)
    return text(rows, pairs)


def hidden(rng: Random) -> Iterator[str]:
    yield text(["+"], [])
    yield text(["-"], [])
    yield text(["++", "++"], [(2, 1)])
    yield text(["+++"] * 3, [(1, 2), (2, 3)])
    yield text(["++++"] * 4, [])
    yield text(["+" * 8] * 8, [])
    yield text(["+" * 8] * 8, [(a, a + 1) for a in range(1, 8)])
    yield text(["+" * 7] * 7, [(a, b) for a in range(1, 8) for b in range(1, a)])
    yield text(["-+--", "--+-", "+---", "---+"], [(1, 2)])
    yield text(["-+--", "--+-", "+---", "---+"], [(3, 2)])
    for count, can, dislike in ((5, 0.8, 0.2), (6, 0.9, 0.3), (8, 0.7, 0.1), (8, 0.9, 0.3), (8, 0.5, 0.05)):
        yield some(rng, count, can, dislike)
