"""Cases of “The sign on the carousel”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (("banana\n", "abanan\n5\n"), ("abab\n", "abab\n0\n"))


def hidden(rng: Random) -> Iterator[str]:
    yield "z\n"
    yield "ba\n"
    yield "aaaa\n"
    yield "cabcab\n"
    yield "abaabaaab\n"
    yield "aabaabaac\n"
    yield "aacaab\n"
    yield "bbbbba\n"
    yield "abbabab" * 5 + "ab\n"
    yield "a" * 15_000 + "\n"
    yield "a" * 14_999 + "b\n"
    yield "a" * 7000 + "b" + "a" * 7999 + "\n"
    yield "ab" * 7499 + "aa\n"
    yield "".join(rng.choice("ab") for _ in range(15_000)) + "\n"
    yield "".join(rng.choice("xyz") for _ in range(200)) * 60 + "\n"
    yield "".join(rng.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(15_000)) + "\n"
