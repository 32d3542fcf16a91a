"""Cases of “The clinic's waiting room”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (
    ("5\nCOME tom\nURGENT yara\nCALL\nCALL\nCALL\n", "yara\ntom\nnobody\n"),
    ("6\nCOME paul\nCOME lin\nLEAVE paul\nCOME paul\nCALL\nCALL\n", "lin\npaul\n"),
)


def text(lines):
    return f"{len(lines)}\n" + "\n".join(lines) + "\n"


def log(rng, count, people, weights):
    names = ["".join(rng.choice("aeioklmnrst") for _ in range(rng.randint(2, 6))) for _ in range(people)]
    words = rng.choices(["COME", "URGENT", "LEAVE", "CALL"], weights, k=count)
    return text([word if word == "CALL" else f"{word} {rng.choice(names)}" for word in words] + ["CALL"])


def hidden(rng: Random) -> Iterator[str]:
    yield text(["CALL"])
    yield text(["LEAVE a", "CALL"])
    yield text(["COME a", "COME b", "URGENT b", "URGENT a", "CALL", "CALL"])
    yield text(["URGENT a", "COME a", "URGENT a", "COME b", "CALL", "CALL", "CALL"])
    yield text(["URGENT a", "URGENT b", "LEAVE a", "COME a", "COME c", "CALL", "CALL", "CALL"])
    yield text(["COME a", "LEAVE a", "LEAVE a", "URGENT a", "CALL", "COME a", "CALL"])
    yield text(["COME a", "COME b", "LEAVE a", "COME a", "LEAVE a", "CALL", "CALL"])
    yield text(["COME a", "COME b", "COME a", "CALL", "COME a", "CALL", "CALL"])
    yield log(rng, 60, 6, (4, 2, 2, 3))
    yield log(rng, 500, 30, (4, 2, 2, 3))
    yield log(rng, 2999, 400, (5, 2, 1, 4))
    yield log(rng, 2999, 2000, (6, 3, 2, 3))
    yield log(rng, 2999, 8, (3, 3, 3, 1))
