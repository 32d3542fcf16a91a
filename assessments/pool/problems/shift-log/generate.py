"""Cases of “Adding up the shift log”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (
    ("ada: 1h 20m\nbo: 2h\nada:45m\n", "ada 2:05\nbo 2:00\n"),
    ("# night shift\n  li :1h75m\n\n", "li 2:15\n"),
)
NAMES = "ama ben chloe dario ece femi gita hugo inga jin".split()


def entry(rng, names, most):
    hours, minutes = f"{rng.randint(0, most)}h", f"{rng.randint(0, most)}m"
    space = [" " * rng.choice([0, 0, 1, 2]) for _ in range(5)]
    duration = rng.choice([hours, minutes, hours + space[0] + minutes])
    return f"{space[1]}{rng.choice(names)}{space[2]}:{space[3]}{duration}{space[4]}"


def log(rng, count, names, most):
    others = ["", "   ", "# break: 1h 5m", "  # zoe: 2h", "#"]
    lines = [rng.choice(others) if rng.random() < 0.15 else entry(rng, names, most) for _ in range(count)]
    return "\n".join([*lines, f"{names[0]}: 1m"]) + "\n"


def hidden(rng: Random) -> Iterator[str]:
    yield "a: 0m\n"
    yield "a: 0h\nb:0h0m\n"
    yield "a: 60m\na:59m\na : 1m\n"
    yield "x:9999h 9999m\nx: 9999h9999m\n"
    yield "b: 5m\na: 6m\nab: 7m\nb: 1h\n"
    yield "#\n# a: 5h\n a: 1h 1m\n   # a: 9m\n"
    yield "\n\n   \nq   :   3h    9m   \n"
    yield "m: 1h\nh: 1m\nhm: 1h1m\n"
    yield log(rng, 20, NAMES[:3], 90)
    yield log(rng, 300, NAMES, 90)
    yield log(rng, 999, NAMES, 9999)
    yield log(rng, 999, [a + b for a in NAMES for b in NAMES], 300)
