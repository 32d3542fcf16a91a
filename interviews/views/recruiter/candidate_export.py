"""The list of candidates as a file: the rows that the list shows on all its pages, in its order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from companies.access import EVERYBODY, MemberRequest, member
from interviewer.journal import services as journal
from interviewer.web import spreadsheets
from interviews.queries.candidates import candidates, exported
from interviews.views.recruiter.candidates import COLUMNS, read_filters


def _lines(rows: Iterator[list[object]]) -> Iterator[list[object]]:
    (first, *_rest), *others = COLUMNS
    yield [first, _("E-mail"), *(label for label, *_rest in others)]
    yield from rows


@require_safe
@member(*EVERYBODY)
def export(request: MemberRequest, kind: str) -> HttpResponseBase:
    """All rows that fit the list's filters, as CSV or XLSX; who took how many is written down."""
    _form, filters = read_filters(request)
    rows = candidates(request.company, filters)
    chosen = {name: value for name, value in asdict(filters).items() if value not in ("", None)}
    journal.record(
        actor=request.user,
        action="candidates.exported",
        subject=request.company,
        data={"format": kind, "count": rows.count(), "filters": chosen},
    )
    name = f"candidates-{timezone.localdate().isoformat()}"
    return spreadsheets.download(_lines(exported(rows)), kind=kind, name=name, title=_("Candidates"))
