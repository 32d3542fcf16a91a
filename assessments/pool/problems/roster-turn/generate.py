"""Cases of “Turning the roster”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (
    ("4 1\nAnna Bilal Chen Zola\n", "Zola Anna Bilal Chen\n"),
    ("3 -4\nIvo Mei Tariq\n", "Mei Tariq Ivo\n"),
)
NAMES = "Aiko Babak Carmen Dmitri Elif Farid Giulia Hana Imani Jorge Kofi Lena Mateo Nadia Olu Priya Qian Rosa Sven Tuva".split()


def text(turn, names):
    return f"{len(names)} {turn}\n{' '.join(names)}\n"


def hidden(rng: Random) -> Iterator[str]:
    yield text(0, NAMES[:5])
    yield text(10**18, ["Aiko"])
    yield text(-1, NAMES[:2])
    yield text(20, NAMES)
    yield text(-20, NAMES)
    yield text(7, NAMES)
    yield text(-7, NAMES)
    yield text(-(10**18), NAMES[:7])
    yield text(10**18 - 1, NAMES[:13])
    many = [rng.choice(NAMES) + chr(97 + rng.randrange(26)) for _ in range(3000)]
    yield text(1234, many)
    yield text(-987_654_321_987, many)
    yield text(2999, many)
