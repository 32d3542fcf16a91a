"""The list of candidates as a file: the rows that the list shows on all its pages, in its order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from django.db.models import QuerySet
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from companies.access import EVERYBODY, MemberRequest, member
from interviewer.journal import services as journal
from interviewer.web import spreadsheets
from interviews.candidate_columns import Column
from interviews.queries.candidates import Filters, candidates, exported
from interviews.views.recruiter.candidate_frame import look

#: A file of so many candidates is written down with each of them; a longer one with the company only.
KNOWN_BY_EACH = 1_000


def _lines(columns: tuple[Column, ...], rows: Iterator[list[object]]) -> Iterator[list[object]]:
    first, *others = columns
    yield [first.label, _("E-mail"), *(column.label for column in others)]
    yield from rows


def _write_down(request: MemberRequest, rows: QuerySet, kind: str, filters: Filters) -> None:
    plain = rows.order_by().prefetch_related(None).select_related(None)
    chosen = {name: str(value) for name, value in asdict(filters).items() if value not in ("", None)}
    data = {"format": kind, "count": plain.count(), "filters": chosen}
    journal.record(actor=request.user, action="candidates.exported", subject=request.company, data=data)
    if data["count"] <= KNOWN_BY_EACH:
        names = plain.only("pk", "uid", "company", "first_name", "last_name", "email")
        entries = [(one, {"format": kind}) for one in names]
        journal.record_many(actor=request.user, action="interview.exported", entries=entries)


@require_safe
@member(*EVERYBODY)
def export(request: MemberRequest, kind: str) -> HttpResponseBase:
    """All rows that fit the list's filters in its columns and order; who took how many is written down."""
    found = look(request)
    rows = candidates(request.membership, found.filters)
    _write_down(request, rows, kind, found.filters)
    name = f"candidates-{timezone.localdate().isoformat()}"
    return spreadsheets.download(
        _lines(found.columns, exported(rows, found.columns)), kind=kind, name=name, title=_("Candidates")
    )
