"""Cases of “The mopping robot”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (("2 2\n..\nR.\nFFF\n", "3 1 2\n"), ("1 3\n#R#\nFLFR\n", "1 1 2\n"))


def text(rows, commands):
    return f"{len(rows)} {len(rows[0])}\n" + "\n".join(rows) + f"\n{commands}\n"


def hall(rng, height, width, pillars):
    cells = [["#" if rng.random() < pillars else "." for _ in range(width)] for _ in range(height)]
    cells[rng.randrange(height)][rng.randrange(width)] = "R"
    return ["".join(row) for row in cells]


def hidden(rng: Random) -> Iterator[str]:
    yield text(["R"], "FFFFF")
    yield text(["R...."], "RFFFFFFF")
    yield text(["..", ".R"], "LLFFF")
    yield text(["...", ".R.", "..."], "FRFRFFRFFRFFRF")
    yield text([".#.", "#R#", ".#."], "FFFFF")
    yield text(["." * 60] * 59 + ["R" + "." * 59], "F" * 10_000)
    yield text(["#.", "R#", ".."], "FLLFFF")
    for height, width, pillars, count in (
        (5, 5, 0.2, 60),
        (9, 20, 0.1, 500),
        (60, 60, 0.05, 10_000),
        (60, 60, 0.3, 10_000),
        (1, 60, 0.02, 2000),
        (60, 1, 0, 2000),
    ):
        yield text(hall(rng, height, width, pillars), "".join(rng.choices("FLR", (6, 1, 1), k=count)))
