"""What every page of a job shows around its contents: its state, its sections, who may change it."""

from __future__ import annotations

import uuid
from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from companies import rules as company_rules
from companies.access import MemberRequest
from companies.models import AiInterviewedJob
from interviewer.errors import DomainError, NotFound
from interviews.services import jobs


def find_job(request: MemberRequest, uid: uuid.UUID) -> AiInterviewedJob:
    """The company's job; another company's is as missing as one that never was."""
    rows = AiInterviewedJob.objects.for_company(request.company).select_related("company")
    job = rows.filter(uid=uid).first()
    if job is None:
        raise NotFound
    return job


def frame(request: MemberRequest, job: AiInterviewedJob) -> dict[str, object]:
    """The context of workspace/job/base.html. A section that the interview does not have is not shown."""
    sections = [
        ("job", _("Overview"), True),
        ("job_details", _("Details"), True),
        ("job_setup", _("Interview"), True),
        ("job_quiz", _("Quiz"), job.has_quiz),
        ("job_coding", _("Coding"), job.has_coding),
        ("job_likeness", _("Similar code"), job.has_coding),
        ("job_questions", _("Questions"), job.has_conversation),
        ("job_rubric", _("Rubric"), job.has_conversation),
    ]
    tabs = [
        {"label": label, "href": reverse(f"workspace:{name}", args=[job.uid])}
        for name, label, is_shown in sections
        if is_shown
    ]
    why_not = company_rules.why_not_edit(request.membership)
    return {
        "company": request.company,
        "job": job,
        "tabs": tabs,
        "may_edit": not why_not,
        "why_not_edit": why_not,
    }


def show(
    request: MemberRequest, job: AiInterviewedJob, template: str, *, status: int = 200, **context: object
) -> HttpResponse:
    """A page of the job, workspace/job/<template>.html."""
    return render(
        request, f"workspace/job/{template}.html", {**frame(request, job), **context}, status=status
    )


def is_sent(request: MemberRequest) -> bool:
    """Whether a change was sent; raises NotAllowed when the member may not change jobs."""
    if request.method != "POST":
        return False
    company_rules.require(company_rules.why_not_edit(request.membership))
    return True


def saved(form: forms.BaseForm, job: AiInterviewedJob, change: Callable[[], object]) -> bool:
    """Make a change that leaves the job ready; a refusal is put beside its field, or on top of the form."""
    try:
        with jobs.kept_ready(job):
            change()
    except DomainError as refusal:
        for name, text in refusal.fields.items() or [("", refusal.message)]:
            form.add_error(name if name in form.fields else None, text)
        return False
    return True


def done(request: MemberRequest, job: AiInterviewedJob, change: Callable[[], object], text: str) -> bool:
    """Make a change that leaves the job ready and say so, or say why it was refused."""
    try:
        with jobs.kept_ready(job):
            change()
    except DomainError as refusal:
        messages.error(request, refusal.message)
        return False
    if text:
        messages.success(request, text)
    return True
