"""Cases of “Undo at the writing desk”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (
    ("5\nTYPE buy\nTYPE tea\nUNDO\nTYPE milk\nREDO\n", "buy milk\n"),
    ("3\nUNDO\nTYPE hi\nUNDO\n", "(empty)\n"),
)


def text(commands):
    return f"{len(commands)}\n" + "\n".join(commands) + "\n"


def hidden(rng: Random) -> Iterator[str]:
    yield text(["UNDO"])
    yield text(["REDO"])
    yield text(["TYPE a", "UNDO", "REDO", "REDO"])
    yield text(["TYPE a", "TYPE b", "UNDO", "UNDO", "REDO", "TYPE c", "REDO", "REDO"])
    yield text(["TYPE a", "UNDO", "TYPE b", "UNDO", "REDO", "REDO", "UNDO", "REDO"])
    yield text(["TYPE a", "TYPE b", "TYPE c", "UNDO", "UNDO", "UNDO", "UNDO", "REDO", "REDO"])
    yield text([f"TYPE {'abc'[n % 3]}" for n in range(2000)] + ["UNDO"] * 1999 + ["REDO"])
    yield text(["TYPE x", "UNDO"] * 1999 + ["REDO"])
    for count, weights in (
        (40, (3, 2, 2)),
        (400, (2, 1, 1)),
        (4000, (2, 2, 2)),
        (4000, (1, 1, 3)),
        (4000, (5, 2, 1)),
    ):
        chosen = rng.choices(["TYPE", "UNDO", "REDO"], weights, k=count)
        words = ["".join(rng.choice("aeiklmnorst") for _ in range(rng.randint(1, 6))) for _ in range(count)]
        yield text([f"TYPE {word}" if one == "TYPE" else one for one, word in zip(chosen, words)])
