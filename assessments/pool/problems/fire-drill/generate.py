"""Cases of “The fire drill”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (("2 4\nD.#E\n...D\n", "5 1\n"), ("1 5\nD#EDD\n", "blocked 1\n"))


def text(rows):
    return f"{len(rows)} {len(rows[0])}\n" + "\n".join(rows) + "\n"


def office(rng, height, width, walls, desks, exits):
    marks = rng.choices("#DE.", (walls, desks, exits, 100 - walls - desks - exits), k=height * width)
    return text(["".join(marks[row * width : (row + 1) * width]) for row in range(height)])


def comb(height, width):
    """One long way through the whole office, with an exit at its start."""
    rows = []
    for row in range(height):
        if row % 2 == 0:
            rows.append("." * width)
        else:
            rows.append("#" * (width - 1) + "." if row % 4 == 1 else "." + "#" * (width - 1))
    rows[0] = "E" + rows[0][1:]
    rows[-1] = "D" + rows[-1][1:-1] + "D"
    return text(rows)


def hidden(rng: Random) -> Iterator[str]:
    yield text(["."])
    yield text(["D"])
    yield text(["E"])
    yield text(["DE"])
    yield text(["D.E.D", "#####", "D...E"])
    yield text(["E..D..E", "...D..."])
    yield text(["D#D", "###", "DED"])
    yield comb(99, 100)
    yield text(["D" * 100] * 99 + ["E" * 100])
    yield text(["." * 100] * 50 + ["." * 50 + "E" + "." * 49] + ["." * 99 + "D"] * 49)
    for height, width, walls, desks, exits in (
        (8, 8, 15, 20, 5),
        (30, 60, 10, 10, 2),
        (100, 100, 5, 3, 1),
        (100, 100, 35, 10, 2),
        (100, 3, 3, 20, 3),
        (100, 100, 0, 5, 0.05),
    ):
        yield office(rng, height, width, walls, desks, exits)
