"""Cases of “Price formulas”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (("2\n200 + 10%\n(50-20%)*3\n", "220\n120\n"), ("2\n-15+10%\n2-3*4\n", "-17\n-10\n"))


def text(formulas):
    return f"{len(formulas)}\n" + "\n".join(formulas) + "\n"


def number(rng):
    return str(rng.choice([0, 1, 2, 7, 10, rng.randint(0, 99)]))


def formula(rng, depth):
    """A formula as a list of parts."""
    parts = ["-"] if rng.random() < 0.2 else []
    for position in range(rng.randint(1, 4)):
        if position:
            parts.append(rng.choice("+-"))
            if rng.random() < 0.25:
                parts += bracket(rng, depth) + ["%"]
                continue
        for factor in range(rng.choice([1, 1, 2])):
            parts += (["*"] if factor else []) + bracket(rng, depth)
    return parts


def bracket(rng, depth):
    return ["(", *formula(rng, depth - 1), ")"] if depth and rng.random() < 0.3 else [number(rng)]


def written(rng, depth):
    while True:
        spaced = "".join(part + rng.choice(["", "", " "]) for part in formula(rng, depth)).strip()
        if len(spaced) <= 200:
            return spaced


def hidden(rng: Random) -> Iterator[str]:
    yield text(["7"])
    yield text(["-7", "--7".replace("--", "-"), "(-7)", "-(-7)"])
    yield text(["1-2-3", "1-(2-3)", "2*3+4", "2+3*4", "2*(3+4)"])
    yield text(["100+10%+10%", "100-10%-10%", "100+10%-10%", "(100+10%)-10%"])
    yield text(["99+5%", "1+99%", "-1+99%", "-1-1%", "-99+1%"])
    yield text(["10*10+10%", "5+10*2-50%", "5-(10*2-50%)", "100+(5+5)%"])
    yield text(["100-(0-10)%", "0+50%", "0-0%", "10 + ( 200 ) %"])
    yield text(["(" * 30 + "1" + ")" * 30, "(" * 29 + "8-50%" + ")" * 29 + "*2"])
    yield text(["1" + "+1" * 99, "1" + "-1" * 99, "1" + "*1" * 99])
    yield text(["1000000*1000000*1000", "-1000000*1000000*1000+100%"])
    for count, depth in ((20, 1), (100, 2), (200, 3), (200, 0)):
        yield text([written(rng, depth) for _ in range(count)])
