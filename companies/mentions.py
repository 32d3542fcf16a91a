"""Who is meant by an @name in a note: members are called by the first part of their address, or by all of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from companies.models import Membership

_MENTION = re.compile(r"(?<![\w.@])@([\w.+-]*\w(?:@[\w-]+(?:\.[\w-]+)+)?)", re.IGNORECASE)


def handles(members: Iterable[Membership]) -> dict[str, Membership]:
    """How each member is called: "bob" for bob@lumen.example, the whole address where two are called alike."""
    rows = list(members)
    short = Counter(_short(row) for row in rows)
    return {_short(row) if short[_short(row)] == 1 else row.user.email: row for row in rows}


def mentioned(text: str, members: Iterable[Membership]) -> list[Membership]:
    """The members named in a text, each once, in the order of their first naming."""
    rows = list(members)
    known = {**{row.user.email.casefold(): row for row in rows}, **handles(rows)}
    found = [known.get(name.casefold()) for name in _MENTION.findall(text)]
    return list({row.pk: row for row in found if row}.values())


def _short(row: Membership) -> str:
    return row.user.email.partition("@")[0].casefold()
