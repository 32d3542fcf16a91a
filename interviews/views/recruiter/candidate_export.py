"""The list of candidates as a file: the rows that the list shows on all its pages, in its order."""

from __future__ import annotations

from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from companies.access import EVERYBODY, MemberRequest, member
from interviewer.web import spreadsheets
from interviews.queries.candidates import candidates
from interviews.services import candidate_files
from interviews.views.recruiter.candidate_frame import look


@require_safe
@member(*EVERYBODY)
def export(request: MemberRequest, kind: str) -> HttpResponseBase:
    """All rows that fit the list's filters in its columns and order; who took how many is written down."""
    found = look(request)
    rows = candidates(request.membership, found.filters)
    candidate_files.write_down(
        actor=request.user, company=request.company, rows=rows, kind=kind, filters=found.filters
    )
    name = f"candidates-{timezone.localdate().isoformat()}"
    lines = candidate_files.lines(rows=rows, columns=found.columns)
    return spreadsheets.download(lines, kind=kind, name=name, title=_("Candidates"))
