"""The board of candidates: lanes by decision; a card is moved by its form, by keyboard or by dragging."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from companies.access import EDITORS, MemberRequest, member
from interviews.enums import Decision
from interviews.queries import board
from interviews.views.recruiter.candidate_frame import Look, look, without_page


@require_safe
@member()
def index(request: MemberRequest) -> HttpResponse:
    """The candidates that fit the filters of the list, by decision."""
    found = look(request)
    filters = board.on_board(found.filters)
    context = {
        "company": request.company,
        "look": found,
        "lanes": board.lanes(request.membership, filters),
        "only_completed": filters.status != found.filters.status,
        "query": found.query,
        "without_decision": without_page(request.GET, decision="", status=filters.status),
        "decisions": Decision.choices,
        "may_edit": request.membership.role in EDITORS,
        "job_title": _job_title(found) if found.filters.job_uid else "",
    }
    return render(request, "workspace/candidates_board.html", context)


def _job_title(found: Look) -> str:
    return str(dict(found.form.fields["job_uid"].choices).get(found.filters.job_uid, ""))
