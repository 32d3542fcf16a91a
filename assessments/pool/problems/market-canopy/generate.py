"""Cases of “The largest canopy”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (("3 3\n..#\n.o.\n..#\n", "6\n"), ("2 3\nooo\nooo\n", "3\n"))


def text(rows):
    return f"{len(rows)} {len(rows[0])}\n" + "\n".join(rows) + "\n"


def square(rng, height, width, posts, drains):
    marks = rng.choices("#o.", (posts, drains, 100 - posts - drains), k=height * width)
    return text(["".join(marks[row * width : (row + 1) * width]) for row in range(height)])


def hidden(rng: Random) -> Iterator[str]:
    yield text(["#"])
    yield text(["o"])
    yield text(["."])
    yield text(["o.", ".o"])
    yield text([".o.", "...", "o.o", "..."])
    yield text(["...", "o..", "...", "..o", "..."])
    yield text([".#.#.", ".....", ".#.#."])
    yield text(["." * 100] * 100)
    yield text(["." * 100] * 50 + ["o" * 100] + ["." * 100] * 48 + ["o" + "." * 99])
    yield text(["." * step + "#" * (100 - step) for step in range(1, 101)])
    yield text(["#" * 100] * 100)
    for height, width, posts, drains in (
        (6, 6, 10, 20),
        (20, 40, 3, 10),
        (100, 100, 1, 1),
        (100, 100, 5, 30),
        (100, 100, 0, 3),
        (1, 100, 4, 50),
        (100, 1, 2, 9),
        (100, 100, 0.2, 0.2),
    ):
        yield square(rng, height, width, posts, drains)
