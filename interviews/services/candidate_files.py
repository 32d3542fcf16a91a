"""The list of candidates as a file: its lines, and that somebody took it along."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from companies.models import Company
from interviewer.journal import services as journal
from interviews.candidate_columns import Column
from interviews.queries.candidates import Filters, exported

#: A file of so many candidates is written down with each of them; a longer one with the company only.
KNOWN_BY_EACH = 1_000


def lines(*, rows: QuerySet, columns: tuple[Column, ...]) -> Iterator[list[object]]:
    """The heading, then each interview."""
    first, *others = columns
    yield [first.label, _("E-mail"), *(column.label for column in others)]
    yield from exported(rows, columns)


def write_down(*, actor: object, company: Company, rows: QuerySet, kind: str, filters: Filters) -> None:
    """Record who took how many candidates along, by which filters."""
    plain = rows.order_by().prefetch_related(None).select_related(None)
    chosen = {name: str(value) for name, value in asdict(filters).items() if value not in ("", None)}
    data = {"format": kind, "count": plain.count(), "filters": chosen}
    journal.record(actor=actor, action="candidates.exported", subject=company, data=data)
    if data["count"] <= KNOWN_BY_EACH:
        names = plain.only("pk", "uid", "company", "first_name", "last_name", "email")
        entries = [(one, {"format": kind}) for one in names]
        journal.record_many(actor=actor, action="interview.exported", entries=entries)
