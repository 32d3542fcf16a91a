"""How far two words are apart, and which known words a misspelt one may mean."""

from __future__ import annotations

from collections.abc import Iterable

#: A shorter word has too many neighbours: "java" would find "lava".
SHORTEST = 4
MOST_MEANT = 3


def distance(first: str, second: str, *, limit: int) -> int:
    """Letters to change, drop, add or swap with their neighbour; `limit + 1` for everything farther."""
    if abs(len(first) - len(second)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(second) + 1))
    for index, letter in enumerate(first, start=1):
        previous, before, row = before, row, [index]
        for place, other in enumerate(second, start=1):
            cost = min(before[place] + 1, row[place - 1] + 1, before[place - 1] + (letter != other))
            if previous and place > 1 and letter == second[place - 2] and first[index - 2] == other:
                cost = min(cost, previous[place - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return row[-1]


def tolerance(word: str) -> int:
    """How many slips are forgiven."""
    if len(word) < SHORTEST:
        return 0
    return 1 if len(word) < 6 else 2


def meant(word: str, known: Iterable[str]) -> list[str]:
    """Known words that the written one may mean, the nearest first: those within its tolerance, and those of
    which it is the beginning."""
    limit = tolerance(word)
    found = []
    for other in dict.fromkeys(known):
        if other == word:
            continue
        slips = distance(word, other, limit=limit)
        if slips <= limit and limit:
            found.append((slips, other[:1] != word[:1], len(other), other))
        elif len(word) >= 3 and other.startswith(word):
            found.append((limit + 1, False, len(other), other))
    best = min((slips for slips, *_rest in found), default=0)
    near = sorted(one for one in found if one[0] <= max(best, 1) or one[0] == best)
    return [other for *_rest, other in near[:MOST_MEANT]]
