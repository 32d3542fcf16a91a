"""Sharing a report by link, and candidates of a job side by side."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from companies.access import EDITORS, EVERYBODY, MemberRequest, member
from interviewer.errors import DomainError, NotFound
from interviewer.journal import services as journal
from interviews.forms.reading import ShareForm
from interviews.models import Interview
from interviews.queries import comparison, sight
from interviews.services import sharing
from interviews.views.recruiter.job_frame import find_job


def _interview(request: MemberRequest, uid: uuid.UUID) -> Interview:
    rows = sight.seen_by(request.membership, Interview.objects.for_company(request.company))
    found = rows.select_related("job").filter(uid=uid).first()
    if found is None:
        raise NotFound
    return found


def link_key(interview: Interview) -> str:
    """Where the session keeps a new link until it was shown, once."""
    return f"shared:{interview.uid}"


@require_POST
@member(*EDITORS)
def share(request: MemberRequest, uid: uuid.UUID) -> HttpResponse:
    """Make a link; its address is shown once, on the next page."""
    interview = _interview(request, uid)
    sight.require(interview)  # who may not read the report may not hand it on
    form = ShareForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Choose for how many days the link is open, 1 to 90."))
        return redirect("workspace:interview", uid)
    try:
        _row, token = sharing.share(actor=request.user, interview=interview, **form.cleaned_data)
    except DomainError as problem:
        messages.error(request, problem.message)
    else:
        address = request.build_absolute_uri(reverse("interviews:shared_report", args=[token]))
        request.session[link_key(interview)] = address
    return redirect(reverse("workspace:interview", args=[uid]) + "#share")


@require_POST
@member(*EDITORS)
def revoke(request: MemberRequest, uid: uuid.UUID, link: uuid.UUID) -> HttpResponse:
    """Close a link."""
    sharing.revoke(actor=request.user, interview=_interview(request, uid), uid=link)
    messages.success(request, _("The link no longer opens the report."))
    return redirect(reverse("workspace:interview", args=[uid]) + "#share")


@require_safe
@member(*EVERYBODY)
def compare(request: MemberRequest, uid: uuid.UUID) -> HttpResponse:
    """Up to four candidates of a job side by side; who looked at whom is written down."""
    job = find_job(request, uid)
    chosen = _uuids(request.GET.getlist("c"))
    found = comparison.compare(request.membership, job, chosen)
    for interview in found.candidates:
        journal.record(
            actor=request.user, action="interview.compared", subject=interview, company_id=job.company_id
        )
    context = {
        "company": request.company,
        "job": job,
        "comparison": found,
        "choices": comparison.choices(request.membership, job),
        "chosen": {row.uid for row in found.candidates},
        "too_many": len(set(chosen)) > comparison.AT_MOST,
    }
    return render(request, "workspace/compare.html", context)


def _uuids(texts: list[str]) -> list[uuid.UUID]:
    found = []
    for text in texts[:20]:
        try:
            found.append(uuid.UUID(text))
        except ValueError:
            continue
    return found
