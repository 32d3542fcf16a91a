"""Cases of “Bonuses in the family business”."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SAMPLES = (
    ("3 4\n0 1 1\nbonus 1 5\nbonus 3 2\nsum 1\ntop 2\n", "17\n5\n"),
    ("2 3\n0 1\nbonus 2 -4\ntop 2\nsum 2\n", "0\n-4\n"),
)


def text(managers, events):
    lines = [f"{len(managers)} {len(events)}", " ".join(map(str, managers))]
    return "\n".join(lines + [" ".join(map(str, event)) for event in events]) + "\n"


def firm(rng, count, number, coins, pick):
    names = rng.sample(range(1, count + 1), count)
    managers = [0] * count
    for place in range(1, count):
        managers[names[place] - 1] = names[pick(place)]
    events = []
    for _ in range(number):
        word, person = rng.choice(["bonus", "bonus", "sum", "top"]), rng.randint(1, count)
        events.append((word, person, rng.randint(-coins, coins)) if word == "bonus" else (word, person))
    return text(managers, events)


def hidden(rng: Random) -> Iterator[str]:
    yield text([0], [("sum", 1), ("top", 1)])
    yield text([0], [("bonus", 1, -5), ("sum", 1), ("top", 1)])
    yield text([2, 0], [("bonus", 1, 3), ("sum", 2), ("top", 1), ("top", 2)])
    yield text([3, 1, 0], [("bonus", 1, 4), ("bonus", 3, -9), ("top", 2), ("sum", 3), ("sum", 1)])
    yield text(
        [0, 1, 2, 2, 1], [("bonus", 2, 7), ("bonus", 3, -20), ("top", 3), ("top", 4), ("sum", 2), ("sum", 5)]
    )
    yield firm(rng, 8, 40, 9, lambda place: rng.randrange(place))
    yield firm(rng, 100, 400, 50, lambda place: (place - 1) // 2)
    yield firm(rng, 2000, 2000, 10**6, lambda place: place - 1)
    yield firm(rng, 2000, 2000, 10**6, lambda place: 0)
    yield firm(rng, 2000, 2000, 10**6, lambda place: rng.randrange(place))
    yield firm(rng, 2000, 2000, 1000, lambda place: rng.randrange(max(0, place - 3), place))
    yield firm(rng, 2000, 2000, 10**6, lambda place: (place - 1) // 2)
