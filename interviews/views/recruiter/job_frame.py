"""What every page of a job shows around its contents: its state, its sections, who may change it."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping

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
from interviewer.web.seen import refuse_overwriting
from interviews.services import jobs


def find_job(request: MemberRequest, uid: uuid.UUID) -> AiInterviewedJob:
    """The company's job; another company's is as missing as one that never was."""
    rows = AiInterviewedJob.objects.for_company(request.company).select_related("company")
    job = rows.filter(uid=uid).first()
    if job is None:
        raise NotFound
    return job


def _sections(job: AiInterviewedJob) -> list[tuple[str, str, bool]]:
    return [
        ("job", _("Overview"), True),
        ("job_invitations", _("Invitations"), True),
        ("job_details", _("Details"), True),
        ("job_setup", _("Interview"), True),
        ("job_quiz", _("Quiz"), job.has_quiz),
        ("job_coding", _("Coding"), job.has_coding),
        ("job_likeness", _("Similar code"), job.has_coding),
        ("job_questions", _("Questions"), job.has_conversation),
        ("job_rubric", _("Rubric"), job.has_conversation),
        ("job_reviewers", _("Reviewers"), True),
    ]


def _around_inviting(job: AiInterviewedJob) -> list[str]:
    """Pages that belong to the section of invitations although their address does not begin like it."""
    return [reverse(f"workspace:{name}", args=[job.uid]) for name in ("job_invite", "job_links")]


def _tabs(request: MemberRequest, job: AiInterviewedJob) -> list[dict[str, object]]:
    """The sections of the job, without those that its interview does not have."""
    tabs: list[dict[str, object]] = [
        {"label": label, "href": reverse(f"workspace:{name}", args=[job.uid]), "name": name}
        for name, label, is_shown in _sections(job)
        if is_shown
    ]
    # A page inside a section (a problem, the pool, a pair) belongs to the longest address that it begins with.
    if request.path.startswith(tuple(_around_inviting(job))):
        within = [tab for tab in tabs if tab["name"] == "job_invitations"]
    else:
        within = [tab for tab in tabs if request.path.startswith(str(tab["href"]))]
    for tab in sorted(within, key=lambda one: len(str(one["href"])))[-1:]:
        tab["current"] = True
    return tabs


def frame(request: MemberRequest, job: AiInterviewedJob) -> dict[str, object]:
    """The context of workspace/job/base.html."""
    why_not = company_rules.why_not_edit(request.membership)
    return {
        "company": request.company,
        "job": job,
        "tabs": _tabs(request, job),
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


def gone(form: forms.BaseForm) -> None:
    """Keep what was typed into the form of something that somebody took out or replaced meanwhile."""
    form.add_error(
        None,
        _(
            "This was changed or taken out by somebody else meanwhile. What you typed is kept here: saving adds it."
        ),
    )


def saved(
    form: forms.BaseForm,
    job: AiInterviewedJob,
    change: Callable[[], object],
    stored: Callable[[], Mapping[str, object]] | None = None,
) -> bool:
    """Make a change that leaves the job ready; a refusal is put beside its field, or on top of the form.

    `stored` reads what is in the database now, under the job's lock: what others saved is not overwritten unseen.
    """
    try:
        with jobs.kept_ready(job):
            if stored:
                refuse_overwriting(form, stored())
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
