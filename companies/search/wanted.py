"""What is looked for, in the form that both databases are asked in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

#: The letter before each word of a title, once more for itself: the planner of PostgreSQL knows how rare a word is,
#: and nothing of how rare it is with a weight.
_TITLE = "w="
#: The letter before the tokens of each facet, so that a skill called "remote" is no work mode.
FACETS = {"mode": "m", "type": "t", "experience": "e", "pay": "s", "place": "p", "company": "c"}
_UNSAFE = re.compile(r"[^\w=-]")


def token(facet: str, value: str) -> str:
    """A value of a facet as one word of the index."""
    return f"{FACETS[facet]}={_UNSAFE.sub('', value)}"


@dataclass(frozen=True)
class Wanted:
    """All groups must be met; a group by any of its words. `title_only`: by words of the title."""

    groups: tuple[tuple[str, ...], ...] = ()
    facets: tuple[tuple[str, ...], ...] = field(default=())
    title_only: bool = False

    @property
    def is_everything(self) -> bool:
        """Whether nothing limits the search."""
        return not (self.groups or self.facets)


def for_postgresql(wanted: Wanted) -> str:
    """As a tsquery. Words hold letters, digits and marks only, so that quoting them is safe."""
    before = _TITLE if wanted.title_only else ""
    groups = [_any(group, before) for group in wanted.groups] + [_any(group) for group in wanted.facets]
    return " & ".join(groups)


def _any(group: Sequence[str], before: str = "") -> str:
    return "(" + " | ".join(f"'{before}{word}'" for word in group) + ")"


def for_sqlite(wanted: Wanted) -> str:
    """As a match of FTS5."""
    columns = "title" if wanted.title_only else "{title skills company place}"
    text = [f"{columns} : {_either(group)}" for group in wanted.groups]
    return " AND ".join(text + [f"facets : {_either(group)}" for group in wanted.facets])


def _either(group: Iterable[str]) -> str:
    return "(" + " OR ".join(f'"{word}"' for word in group) + ")"


def as_vector(fields: Sequence[Sequence[str]], facets: Sequence[str]) -> str:
    """Words of title, skills, company and place, weighted A to D, and facets, as the text of a tsvector."""
    parts = []
    for weight, words in zip("ABCD", fields, strict=True):
        parts += [f"'{word}':{place}{weight}" for place, word in enumerate(words, start=1)]
    parts += [f"'{_TITLE}{word}'" for word in fields[0]]
    return " ".join([*parts, *(f"'{one}'" for one in facets)])
