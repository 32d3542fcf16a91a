"""The workspace's front page."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from companies import rules as company_rules
from companies.access import MemberRequest, member
from interviews.queries.jobs import Dashboard, dashboard
from interviews.views.recruiter import candidates, jobs


@require_safe
@member()
def index(request: MemberRequest) -> HttpResponse:
    """What is open, what to do next, who was interviewed last."""
    board = dashboard(request.membership)
    context = {
        "company": request.company,
        "board": board,
        "job_columns": jobs.COLUMNS,
        "candidate_columns": candidates.plain_columns(),
        "standing": company_rules.standing(request.company),
        "steps": _first_steps(board),
        "may_edit": not company_rules.why_not_edit(request.membership),
    }
    return render(request, "workspace/dashboard.html", context)


def _first_steps(board: Dashboard) -> list[dict[str, object]]:
    """What a new company does first; empty once all of it was done."""
    job = board.draft or next(iter(board.open_jobs), None)
    overview = reverse("workspace:job", args=[job.uid]) if job else reverse("workspace:jobs")
    steps = [
        {"label": _("Describe a job"), "is_done": board.has_job, "href": reverse("workspace:job_new")},
        {"label": _("Publish it"), "is_done": board.has_published, "href": overview},
        {"label": _("Invite the first candidate"), "is_done": board.has_invited, "href": overview},
    ]
    return [] if all(step["is_done"] for step in steps) else steps
