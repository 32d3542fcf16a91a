"""The invitations of a job: what was sent to whom, and sending again, extending or withdrawing many at once."""

from __future__ import annotations

import uuid

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from companies.access import EVERYBODY, MemberRequest, member
from companies.models import AiInterviewedJob
from interviewer.errors import DomainError
from interviews import job_rules
from interviews.forms.invitations import ChosenForm, InvitationFilterForm
from interviews.invitees import MAX_PEOPLE
from interviews.models import Interview, InvitationBatch
from interviews.queries import invitations as queries
from interviews.services import invitation_batches
from interviews.views.recruiter.inviting_frame import inviting_tabs
from interviews.views.recruiter.job_frame import find_job, is_sent, show
from interviews.views.recruiter.job_invite import to_list

PAGE_SIZE = 50
COLUMNS = [
    gettext_lazy("Candidate"),
    gettext_lazy("State"),
    gettext_lazy("Sent"),
    gettext_lazy("Open until"),
    gettext_lazy("Source"),
]


@require_http_methods(["GET", "HEAD", "POST"])
@member(*EVERYBODY)
def index(request: MemberRequest, uid: uuid.UUID) -> HttpResponse:
    """Everybody who was invited by e-mail; who may edit chooses some, or all that fit, and what to do."""
    job = find_job(request, uid)
    sent = is_sent(request)
    filters = InvitationFilterForm(request.GET)
    values = filters.cleaned_data if filters.is_valid() else {}
    found = queries.invitations_of(job, values.get("state", ""), values.get("search", ""))
    form = ChosenForm(request.POST) if sent else ChosenForm()
    if sent and form.is_valid() and (batch := _begin(request, job, form, found)):
        return to_list(batch)
    page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("page"))
    return _page(request, job, filters, page, form)


def _begin(
    request: MemberRequest, job: AiInterviewedJob, form: ChosenForm, found: QuerySet[Interview]
) -> InvitationBatch | None:
    values = form.cleaned_data
    if not values["everybody"]:
        # The rows that stood on the page: the list may have moved meanwhile.
        found = queries.invitations_of(job).filter(uid__in=values["chosen"])
    try:
        return invitation_batches.start_for(
            actor=request.membership,
            job=job,
            action=values["action"],
            interviews=list(found[:MAX_PEOPLE]),
            days=values["days"],
        )
    except DomainError as refusal:
        form.add_error(None, refusal.message)
        return None


def _page(
    request: MemberRequest,
    job: AiInterviewedJob,
    filters: InvitationFilterForm,
    page: Page,
    form: ChosenForm,
) -> HttpResponse:
    ticked = {str(uid) for uid in form.cleaned_data.get("chosen") or []} if form.is_bound else set()
    lines = queries.as_lines(list(page.object_list))
    return show(
        request,
        job,
        "invitations",
        status=422 if form.is_bound else 200,
        filters=filters,
        is_filtered=any(request.GET.get(name) for name in ("search", "state")),
        form=form,
        page=page,
        rows=[{"line": one, "is_ticked": str(one.interview.uid) in ticked} for one in lines],
        columns=[{"label": label} for label in COLUMNS],
        why_not_invite=job_rules.why_not_invite(request.membership, job),
        inviting_tabs=inviting_tabs(request, job),
    )
