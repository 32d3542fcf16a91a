"""Inviting one or many to a job, and what became of each line."""

from __future__ import annotations

import uuid

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from companies.access import EDITORS, MemberRequest, member
from companies.models import AiInterviewedJob
from interviewer.errors import DomainError
from interviews import job_rules
from interviews.forms.invitations import InviteForm
from interviews.queries.expectations import expectations
from interviews.services import invitations
from interviews.services.invitations import BAD_ADDRESS, LABELS, Outcome
from interviews.stages import Plan
from interviews.views.recruiter.job_frame import find_job, is_sent, show

_TONES = {invitations.INVITED: "success", BAD_ADDRESS: "danger"}


@require_http_methods(["GET", "HEAD", "POST"])
@member(*EDITORS)
def invite(request: MemberRequest, uid: uuid.UUID) -> HttpResponse:
    """Enter addresses; afterwards the page tells of each, and keeps those to be corrected."""
    job = find_job(request, uid)
    form = InviteForm(request.POST if is_sent(request) else None)
    if not form.is_bound or not form.is_valid():
        return _page(request, job, form, status=422 if form.is_bound else 200)
    message = form.cleaned_data["message"]
    try:
        outcomes = invitations.invite(
            actor=request.membership, job=job, people=form.cleaned_data["people"], message=message
        )
    except DomainError as refusal:
        form.add_error(None, refusal.message)
        return _page(request, job, form, status=refusal.status)
    again = "\n".join(one.person.text for one in outcomes if one.result == BAD_ADDRESS)
    kept = InviteForm(initial={"people": again, "message": message})
    return _page(request, job, kept, rows=_rows(outcomes))


def _rows(outcomes: list[Outcome]) -> list[dict[str, object]]:
    return [
        {
            "outcome": one,
            "label": LABELS[one.result],
            "tone": _TONES.get(one.result, "warn"),
        }
        for one in outcomes
    ]


def _page(
    request: MemberRequest,
    job: AiInterviewedJob,
    form: InviteForm,
    *,
    status: int = 200,
    rows: list[dict[str, object]] | None = None,
) -> HttpResponse:
    sent = sum(row["outcome"].result == invitations.INVITED for row in rows or [])
    return show(
        request,
        job,
        "invite",
        status=status,
        form=form,
        rows=rows,
        sent=sent,
        columns=[{"label": _("Line")}, {"label": _("Candidate")}, {"label": _("Result")}],
        why_not_invite=job_rules.why_not_invite(request.membership, job),
        expectations=expectations(job, Plan.of(job)),
    )
