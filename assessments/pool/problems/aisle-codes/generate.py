"""Cases of “Aisle codes in order”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (("3\n3.10\n3.9\n3\n", "3\n3.9\n3.10\n"), ("3\n2.0\n02\n2\n", "02\n2\n2.0\n"))


def text(codes):
    return f"{len(codes)}\n" + "\n".join(codes) + "\n"


def hidden(rng: Random) -> Iterator[str]:
    yield text(["0"])
    yield text(["10", "9", "8", "100"])
    yield text(["1.1.1", "1.1", "1", "1.1.1.1.1.1"])
    yield text(["001", "1", "01", "0001"])
    yield text(["1.0", "1", "1.00", "1.0.0"])
    yield text(["99999", "99998.99999", "0.99999"])
    yield text(["2.5", "2.05", "2.50", "2.005"])
    for count, highest, depth in ((50, 12, 3), (500, 30, 4), (2000, 99_999, 3), (2000, 3, 6), (2000, 120, 2)):
        codes = []
        for _ in range(count):
            numbers = [str(rng.randint(0, highest)) for _ in range(rng.randint(1, depth))]
            codes.append(".".join("0" * rng.choice([0, 0, 0, 1, 2]) + number for number in numbers))
        yield text([".".join(part[-5:] for part in code.split(".")) for code in codes])
