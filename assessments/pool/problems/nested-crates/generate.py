"""Cases of “Crates inside crates”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (("[12,[3]]\n", "17 2\n"), ("[[],[]]\n", "3 2\n"))


def crate(rng, depth, most):
    """The text of a crate that is at most `depth` deep."""
    parts = []
    for _ in range(rng.randint(0, most)):
        if depth > 1 and rng.random() < 0.4:
            parts.append(crate(rng, depth - 1, most))
        else:
            parts.append(str(rng.choice([0, 7, 10, rng.randint(0, 10**6)])))
    return f"[{','.join(parts)}]"


def hidden(rng: Random) -> Iterator[str]:
    yield "[]\n"
    yield "[0]\n"
    yield "[1000000]\n"
    yield "[10,20,30]\n"
    yield "[[[[5]]]]\n"
    yield "[1,[2,[3],4],[[5]],6]\n"
    yield "[" * 300 + "]" * 300 + "\n"
    yield "[" * 150 + "42" + ",9]" * 150 + "\n"
    yield "[" + ",".join(["[]"] * 6000) + "]\n"
    yield "[" + ",".join(["1000000"] * 2400) + "]\n"
    yield f"[{crate(rng, 3, 5)},{crate(rng, 4, 6)}]\n"
    yield "[" + ",".join(crate(rng, 4, 4) for _ in range(120)) + "]\n"
    yield "[" + ",".join(f"[{number},[]]" for number in range(2000)) + "]\n"
