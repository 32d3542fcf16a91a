"""How well a posting fits the words of a query: the same figures on every database, and explainable."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

#: What a word counts where it stands.
TITLE, SKILL, COMPANY, PLACE = 10.0, 6.0, 5.0, 3.0
#: All words in the title; the title is the query; in this order beside each other.
ALL_IN_TITLE, WHOLE_TITLE, PHRASE = 8.0, 8.0, 4.0
#: A word that was only meant (a slip, a beginning) counts less than one that was written.
MEANT = 0.7


@dataclass(frozen=True)
class Fields:
    """The words of a posting, each field with spaces between them."""

    title: str
    skills: str
    company: str
    place: str


def score(groups: Sequence[Sequence[str]], fields: Fields) -> float:
    """The sum over the query's words, each of which is a group: the word as written and what it may mean."""
    title = fields.title.split()
    places = (
        (frozenset(title), TITLE),
        (frozenset(fields.skills.split()), SKILL),
        (frozenset(fields.company.split()), COMPANY),
        (frozenset(fields.place.split()), PLACE),
    )
    total, in_title = 0.0, 0
    for group in groups:
        best = max(
            (
                weight * (MEANT if index else 1.0)
                for index, word in enumerate(group)
                for held, weight in places
                if word in held
            ),
            default=0.0,
        )
        total += best
        in_title += any(word in places[0][0] for word in group)
    if groups and in_title == len(groups):
        # The share of the title that the query covers: of two that have all words, the shorter title is nearer.
        total += ALL_IN_TITLE * min(1.0, in_title / max(1, len(title))) + _closeness(groups, title)
    return round(total, 4)


def _closeness(groups: Sequence[Sequence[str]], title: Sequence[str]) -> float:
    length = len(groups)
    runs = [
        start
        for start in range(len(title) - length + 1)
        if all(title[start + offset] in group for offset, group in enumerate(groups))
    ]
    if not runs:
        return 0.0
    return WHOLE_TITLE + PHRASE if length == len(title) else PHRASE if length > 1 else 0.0
