"""Who reviews the candidates of a job, and whether they score blind."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from companies.access import EDITORS, MemberRequest, member
from companies.enums import BlindReview
from companies.models import AiInterviewedJob, Membership
from interviewer.errors import DomainError, NotFound
from interviews.forms.reading import ReviewerForm
from interviews.models import ReviewAssignment
from interviews.services import assignments
from interviews.views.recruiter.job_frame import find_job, show


def _page(request: MemberRequest, job: AiInterviewedJob, form: ReviewerForm | None = None) -> HttpResponse:
    rows = ReviewAssignment.objects.filter(job=job, membership__removed_at=None)
    return show(
        request,
        job,
        "reviewers",
        status=422 if form else 200,
        assignments=rows.select_related("membership__user"),
        reviewer_form=form or ReviewerForm(members=_members(request)),
        blind_choices=BlindReview.choices,
    )


def _members(request: MemberRequest) -> object:
    own = Membership.objects.filter(company=request.company, removed_at=None)
    return own.select_related("user").order_by("pk")


@require_safe
@member()
def index(request: MemberRequest, uid: uuid.UUID) -> HttpResponse:
    """The reviewers of the job."""
    return _page(request, find_job(request, uid))


@require_POST
@member(*EDITORS)
def assign(request: MemberRequest, uid: uuid.UUID) -> HttpResponse:
    """Ask a member to review every candidate of the job."""
    job, form = find_job(request, uid), ReviewerForm(request.POST, members=_members(request))
    if not form.is_valid():
        return _page(request, job, form)
    assignments.assign(actor=request.user, reviewer=form.cleaned_data["reviewer"], subject=job)
    messages.success(request, _("They were told by e-mail."))
    return redirect("workspace:job_reviewers", uid)


@require_POST
@member(*EDITORS)
def unassign(request: MemberRequest, uid: uuid.UUID, assignment: uuid.UUID) -> HttpResponse:
    """Take a reviewer of the job out."""
    rows = ReviewAssignment.objects.filter(job=find_job(request, uid))
    row = rows.select_related("membership__user", "job").filter(uid=assignment).first()
    if row is None:
        raise NotFound
    assignments.unassign(actor=request.user, assignment=row)
    messages.success(request, _("The reviewer was taken out."))
    return redirect("workspace:job_reviewers", uid)


@require_POST
@member(*EDITORS)
def blind(request: MemberRequest, uid: uuid.UUID) -> HttpResponse:
    """Say whether the reviewers of the job score blind."""
    job = find_job(request, uid)
    try:
        assignments.set_blind_for_job(actor=request.user, job=job, blind=request.POST.get("blind_review", ""))
    except DomainError as refusal:
        messages.error(request, " ".join(refusal.fields.values()))
    else:
        messages.success(request, _("Saved."))
    return redirect("workspace:job_reviewers", uid)
