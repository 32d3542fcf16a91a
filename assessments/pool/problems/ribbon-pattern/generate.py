"""Cases of “The pattern on the ribbon”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (("abcabca\n2\n7 2\n", "3 2\n"), ("zzzz\n2\n1 4\n", "1 1\n"))


def text(ribbon, lengths):
    return f"{ribbon}\n{len(lengths)}\n{' '.join(map(str, lengths))}\n"


def some(rng, ribbon):
    return text(ribbon, [rng.randint(1, len(ribbon)) for _ in range(1000)])


def hidden(rng: Random) -> Iterator[str]:
    yield text("q", [1])
    yield text("aab", [1, 2, 3])
    yield text("abaababaab", list(range(1, 11)))
    yield text("aaaaab" * 3 + "aaaa", list(range(1, 23)))
    yield text("abcab", [5, 4, 3])
    yield text("abacabadabacaba", list(range(1, 16)))
    yield some(rng, "a" * 20_000)
    yield some(rng, "a" * 9999 + "b" + "a" * 10_000)
    yield some(rng, ("ab" * 50 + "c") * 198)
    pattern = "".join(rng.choice("xy") for _ in range(777))
    yield some(rng, (pattern * 26)[:20_000])
    yield some(rng, "".join(rng.choice("ab") for _ in range(20_000)))
    words = ["a", "ab"]
    while len(words[-1]) < 20_000:
        words.append(words[-1] + words[-2])
    yield some(rng, words[-1][:20_000])
