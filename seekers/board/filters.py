"""What stands in the address of the job board, and the question it asks; nothing in it can be an error."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from urllib.parse import urlencode

from django.http import QueryDict

from companies.enums import EmploymentType, WorkMode
from companies.search import bands
from companies.search.facets import DAYS
from companies.search.finding import NEWEST, PAY, RELEVANCE, Question
from companies.search.wanted import FACETS
from companies.search.words import key

LONGEST_TEXT = 200
#: Values of one facet that are heeded; nobody ticks more by hand.
MOST_CHOSEN = 20
SORTS = (RELEVANCE, NEWEST, PAY)


def _company(value: str) -> str:
    try:
        return uuid.UUID(value).hex
    except ValueError:
        return ""


def _one_of(allowed: list[str]) -> Callable[[str], str]:
    return lambda value: value if value in allowed else ""


#: How a written value of a facet is understood; empty when it is none.
_READ: dict[str, Callable[[str], str]] = {
    "mode": _one_of(WorkMode.values),
    "type": _one_of(EmploymentType.values),
    "experience": lambda value: value if bands.is_band("experience", value) else "",
    "pay": lambda value: value if bands.is_band("pay", value) else "",
    "place": lambda value: key(value)[:150],
    "company": _company,
}


def question(query: QueryDict) -> Question:
    """The question of an address. What is not understood is left out."""
    facets = {}
    for name in FACETS:
        found = (_READ[name](value[:LONGEST_TEXT]) for value in query.getlist(name)[:MOST_CHOSEN])
        if chosen := tuple(dict.fromkeys(value for value in found if value)):
            facets[name] = chosen
    days = query.get("posted", "")
    sort = query.get("sort", "")
    return Question(
        text=" ".join(query.get("q", "").replace("\x00", "").split())[:LONGEST_TEXT],
        facets=facets,
        days=int(days) if days in {str(one) for one in DAYS} else None,
        sort=sort if sort in SORTS else RELEVANCE,
    )


def address(asked: Question, **extra: str) -> str:
    """The query string of a question, always the same for the same question, so that it can be shared and kept."""
    pairs = [("q", asked.text)] if asked.text else []
    pairs += [(name, value) for name in FACETS for value in asked.facets.get(name, ())]
    if asked.days:
        pairs.append(("posted", str(asked.days)))
    if asked.sort != RELEVANCE:
        pairs.append(("sort", asked.sort))
    pairs += [(name, value) for name, value in extra.items() if value]
    return urlencode(pairs)


def of_address(text: str) -> Question:
    """The question of a kept query string."""
    return question(QueryDict(text))
