"""The page of one applicant: profile and résumé as they were sent, letters, notes, history, the AI interview."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from companies import mentions
from companies import rules as company_rules
from companies.access import EDITORS, MemberRequest, member
from companies.application_forms import NoteForm
from companies.enums import JobStatus
from companies.models import AiInterviewedJob, JobApplication, Membership
from companies.queries.applications import history
from companies.services.applications import TARGETS, may_move
from interviewer.errors import DomainError, NotFound
from interviews.models import Interview
from interviews.queries.candidates import as_rows
from interviews.services import applicants
from interviews.services.invitations import INVITED
from seekers.queries import profile_from


def _find(request: MemberRequest, uid: uuid.UUID) -> JobApplication:
    rows = JobApplication.objects.for_company(request.company)
    application = rows.select_related("job__company", "job_seeker__user").filter(uid=uid).first()
    if application is None:
        raise NotFound
    return application


def _jobs(request: MemberRequest) -> list[AiInterviewedJob]:
    rows = AiInterviewedJob.objects.for_company(request.company).filter(
        status=JobStatus.ACTIVE, approved=True
    )
    return list(rows.order_by("title"))


@require_safe
@member()
def detail(request: MemberRequest, uid: uuid.UUID) -> HttpResponse:
    """Everything about one applicant."""
    row = _find(request, uid)
    members = Membership.objects.filter(company=request.company, removed_at=None).select_related("user")
    found = Interview.objects.for_company(request.company).filter(application=row)
    found = found.select_related("job").prefetch_related("stage_attempts").order_by("-pk")
    why_not = company_rules.why_not_edit(request.membership)
    context = {
        "company": request.company,
        "application": row,
        "profile": profile_from(row.profile_snapshot),
        "targets": [target for target in TARGETS if may_move(row, target)],
        "letters": row.letters.select_related("mail", "sent_by"),
        "notes": row.members_notes.select_related("author"),
        "note_form": NoteForm(),
        "handles": list(mentions.handles(members.order_by("pk"))),
        "moments": history(row),
        "interviews": as_rows(list(found)),
        "ai_jobs": _jobs(request),
        "why_not_interview": applicants.why_not_interview(row),
        "may_edit": not why_not,
    }
    return render(request, "workspace/applications/application.html", context)


@require_POST
@member(*EDITORS)
def interview(request: MemberRequest, uid: uuid.UUID) -> HttpResponse:
    """Invite the applicant to the interview of the chosen job."""
    row = _find(request, uid)
    chosen = request.POST.get("job", "")
    job = next((one for one in _jobs(request) if str(one.uid) == chosen), None)
    if job is None:
        messages.error(request, _("Choose a job whose interview is open."))
        return redirect("workspace:application", row.uid)
    try:
        outcome = applicants.invite(actor=request.membership, application=row, job=job)
    except DomainError as refusal:
        messages.error(request, refusal.message)
    else:
        is_new = outcome.result == INVITED
        text = (
            _("Invited to the interview.")
            if is_new
            else _("There is an interview already; it is shown here now.")
        )
        messages.success(request, text)
    return redirect("workspace:application", row.uid)
