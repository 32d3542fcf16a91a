"""Cases of “Correcting number plates”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (("3 2 2 1\nAB12\nAB21\n", "1\n"), ("9 2 3 5\nAX\nAY\n", "5\n"))


def text(coins, reading, plate):
    return f"{' '.join(map(str, coins))}\n{reading}\n{plate}\n"


def noisy(rng, plate, letters):
    reading = list(plate)
    for _ in range(len(plate) // 4 + 1):
        at = rng.randrange(len(reading))
        kind = rng.randrange(4)
        if kind == 0 and len(reading) > 1:
            del reading[at]
        elif kind == 1 and len(reading) < 300:
            reading.insert(at, rng.choice(letters))
        elif kind == 2 and at + 1 < len(reading):
            reading[at], reading[at + 1] = reading[at + 1], reading[at]
        else:
            reading[at] = rng.choice(letters)
    return "".join(reading)


def hidden(rng: Random) -> Iterator[str]:
    yield text((1, 1, 1, 1), "A", "A")
    yield text((5, 9, 9, 9), "A", "B")
    yield text((1, 2, 3, 4), "ABC", "D")
    yield text((1, 2, 3, 4), "D", "ABC")
    yield text((5, 5, 5, 1), "ABCABC", "BACBAC")
    yield text((10, 10, 10, 1), "ABC", "BCA")
    yield text((0, 1000, 1000, 1000), "ABAB", "BABA")
    yield text((1000, 0, 7, 1000), "XYXYXY", "YX")
    yield text((7, 1, 1000, 1), "A" * 300, "A")
    yield text((1000, 1000, 1000, 1000), "A" * 300, "B" * 300)
    for size, letters in ((12, "AB"), (60, "ABC12"), (300, "01"), (300, "ABCDEFGH0123456789"), (280, "XYZ")):
        plate = "".join(rng.choice(letters) for _ in range(size))
        yield text([rng.randint(1, 9) for _ in range(4)], noisy(rng, plate, letters), plate)
