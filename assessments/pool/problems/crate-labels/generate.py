"""Cases of “Short crate labels”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (("aaabcc\n", "a3bc2\n"), ("aabb\n", "aabb\n"))


def hidden(rng: Random) -> Iterator[str]:
    yield "x\n"
    yield "zz\n"
    yield "zzz\n"
    yield "aAaAAA\n"
    yield "aaaAAA\n"
    yield "b" * 10 + "\n"
    yield "abcabcabc\n"
    yield "q" * 20_000 + "\n"
    yield "ab" * 10_000 + "\n"
    yield "".join(rng.choice("abAB") * rng.randint(1, 4) for _ in range(3000)) + "\n"
    yield "".join(rng.choice("XYZ") * rng.randint(1, 130) for _ in range(250)) + "\n"
    yield "".join(rng.choice("mn") * rng.randint(1, 2) for _ in range(9000)) + "\n"
