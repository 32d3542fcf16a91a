"""Which questions an attempt gets, in which order: calculations on plain values.

A question without a pool is always asked. Of each pool as many are drawn as the test says. The draw is made once,
when the attempt begins, and stored.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Candidate:
    """A question that may be drawn: its number and its pool."""

    pk: int
    pool: str = ""


def drawn(
    questions: Sequence[Candidate], draws: Mapping[str, int], chance: random.Random, *, is_shuffled: bool
) -> list[int]:
    """The numbers of the questions to ask. Without shuffling they stay in the order in which they were given."""
    chosen = {one.pk for one in questions if not one.pool}
    for pool in sorted({one.pool for one in questions if one.pool}):
        members = [one.pk for one in questions if one.pool == pool]
        chosen.update(chance.sample(members, min(draws.get(pool, 0), len(members))))
    found = [one.pk for one in questions if one.pk in chosen]
    if is_shuffled:
        chance.shuffle(found)
    return found


def option_order(count: int, chance: random.Random, *, is_shuffled: bool) -> list[int]:
    """The places of a question's options in an attempt's order."""
    places = list(range(count))
    if is_shuffled:
        chance.shuffle(places)
    return places
