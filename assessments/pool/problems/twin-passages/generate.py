"""Cases of “Twin passages”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (("banana\n", "2\nan\n"), ("abc\n", "0\n"))


def hidden(rng: Random) -> Iterator[str]:
    def word(length, letters):
        return "".join(rng.choice(letters) for _ in range(length))

    yield "a\n"
    yield "aa\n"
    yield "aaa\n"
    yield "abab\n"
    yield "ababa\n"
    yield "xyzzyx\n"
    yield "abcdefghijklmnopqrstuvwxyz\n"
    yield "a" * 3000 + "\n"
    yield "a" * 1499 + "b" + "a" * 1500 + "\n"
    yield "ab" * 1500 + "\n"
    yield ("abc" * 999) + "cba" + "\n"
    yield word(40, "ab") + "\n"
    yield word(3000, "ab") + "\n"
    yield word(3000, "abcdefghijklmnopqrstuvwxyz") + "\n"
    passage = word(700, "xyz")
    yield word(500, "xyz") + passage + word(300, "xyz") + passage + word(800, "xyz") + "\n"
    passage = word(900, "pq")
    yield passage + passage[200:] + passage[:200] + word(1200, "pqr") + "\n"
