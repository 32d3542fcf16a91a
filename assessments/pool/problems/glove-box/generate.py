"""Cases of “The glove box”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (("4\nK2 L\nfox R\nK2 L\nK2 R\n", "K2 R 1\nfox L 1\n"), ("2\na R\na L\n", "all paired\n"))


def text(gloves):
    return f"{len(gloves)}\n" + "".join(f"{code} {side}\n" for code, side in gloves)


def hidden(rng: Random) -> Iterator[str]:
    yield text([("x", "L")])
    yield text([("x", "R")])
    yield text([("a", "L"), ("A", "R")])
    yield text([("a", "L"), ("b", "R"), ("b", "L"), ("c", "R"), ("a", "L")])
    yield text([("z", "R"), ("y", "L"), ("z", "L"), ("x", "L"), ("y", "R")])
    yield text([("m", "L")] * 500 + [("m", "R")] * 500)
    yield text([("m", "R")] * 3000)
    for kinds, count in ((4, 60), (40, 900), (900, 3000), (3000, 3000)):
        codes = [f"{rng.choice('kKtT')}{number}" for number in range(kinds)]
        yield text([(rng.choice(codes), rng.choice("LR")) for _ in range(count)])
    codes = [f"m{number}" for number in range(1500)]
    gloves = [(code, side) for code in codes for side in "LR"]
    rng.shuffle(gloves)
    yield text(gloves)
