"""Cases of “The moss garden”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (
    ("3 4 1\n.*..\n*...\n....\n", "**..\n**..\n....\n"),
    ("4 4 1000000000000\n*...\n....\n....\n....\n", "*...\n....\n....\n....\n"),
)


def text(rows, years):
    return f"{len(rows)} {len(rows[0])} {years}\n" + "\n".join(rows) + "\n"


def grow(rows):
    height, width = len(rows), len(rows[0])

    def stone(y, x):
        near = (rows[y - 1][x], rows[(y + 1) % height][x], rows[y][x - 1], rows[y][(x + 1) % width])
        return (
            ("." if near.count("*") == 4 else "*")
            if rows[y][x] == "*"
            else ("*" if near.count("*") >= 2 else ".")
        )

    return tuple("".join(stone(y, x) for x in range(width)) for y in range(height))


def repeats(rows):
    seen = {tuple(rows)}
    for _ in range(200):
        rows = grow(rows)
        if rows in seen:
            return True
        seen.add(rows)
    return False


def garden(rng, height, width, moss):
    while True:
        rows = ["".join("*" if rng.random() < moss else "." for _ in range(width)) for _ in range(height)]
        if repeats(rows):
            return rows


def hidden(rng: Random) -> Iterator[str]:
    yield text(["...", "...", "..."], 10**18)
    yield text(["***", "***", "***"], 1)
    yield text(["***", "***", "***"], 10**18)
    yield text(["*.*.", ".*.*", "*.*.", ".*.*"], 10**18 - 1)
    yield text(["*...", "....", "..*.", "...."], 3)
    yield text(["*..*", "....", "....", "*..*"], 1)
    yield text(["*..*", "....", "....", "*..*"], 2)
    yield text(["....*", ".....", "*...."], 1)
    yield text(garden(rng, 6, 5, 0.3), 0)
    yield text(garden(rng, 7, 9, 0.25), 4)
    for height, width, moss in ((5, 5, 0.5), (8, 8, 0.2), (12, 7, 0.6), (16, 16, 0.15)):
        yield text(garden(rng, height, width, moss), rng.randint(10**17, 10**18))
