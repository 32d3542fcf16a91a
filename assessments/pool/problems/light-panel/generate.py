"""Cases of “The light panel”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (("3 2 2\n5 6\n1 2\n", "2 3\n2 2\n"), ("4 1 2\n8\n1 1\n", "1 4\n0 0\n"))


def text(lamps, switches, presses):
    return f"{lamps} {len(switches)} {len(presses)}\n{' '.join(map(str, switches))}\n{' '.join(map(str, presses))}\n"


def hidden(rng: Random) -> Iterator[str]:
    yield text(1, [0], [1])
    yield text(1, [1], [1, 1, 1])
    yield text(60, [2**60 - 1], [1, 1, 1])
    yield text(60, [2**59], [1])
    yield text(32, [2**31, 2**30], [1, 2, 1, 2])
    yield text(33, [2**32, 1], [1, 2, 1])
    yield text(60, [2**place for place in range(60)], list(range(1, 61)) + list(range(60, 0, -1)))
    yield text(60, [2 ** (place + 1) - 1 for place in range(60)], list(range(60, 0, -1)))
    for lamps, switches, presses in ((8, 5, 30), (31, 20, 300), (40, 50, 2000), (60, 100, 2000)):
        masks = [rng.randrange(2**lamps) for _ in range(switches)]
        yield text(lamps, masks, [rng.randint(1, switches) for _ in range(presses)])
