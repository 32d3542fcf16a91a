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
from interviewer.errors import Conflict, DomainError, NotFound
from interviewer.web.seen import changed_since
from interviews.services import jobs


def find_job(request: MemberRequest, uid: uuid.UUID) -> AiInterviewedJob:
    """The company's job; another company's is as missing as one that never was."""
    rows = AiInterviewedJob.objects.for_company(request.company).select_related("company")
    job = rows.filter(uid=uid).first()
    if job is None:
        raise NotFound
    return job


def _tabs(request: MemberRequest, job: AiInterviewedJob) -> list[dict[str, object]]:
    """The sections of the job, without those that its interview does not have."""
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
    tabs: list[dict[str, object]] = [
        {"label": label, "href": reverse(f"workspace:{name}", args=[job.uid])}
        for name, label, is_shown in sections
        if is_shown
    ]
    # A page inside a section (a problem, the pool, a pair) belongs to the longest address that it begins with.
    within = [tab for tab in tabs if request.path.startswith(str(tab["href"]))]
    if within:
        max(within, key=lambda tab: len(str(tab["href"])))["current"] = True
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


def refuse_overwriting(form: forms.BaseForm, stored: Mapping[str, object]) -> None:
    """Raise Conflict when somebody saved a field after this form was drawn, unless both wrote the same."""
    lost = {}
    for name in changed_since(form.data.get("seen", ""), stored):
        if name not in form.fields:
            lost[""] = _("The rows below were changed meanwhile: open the page once more to see them.")
        elif form.cleaned_data.get(name) != stored[name]:
            lost[name] = _("Somebody saved this meanwhile: “%(text)s”.") % {
                "text": _as_shown(form, name, stored)
            }
    if lost:
        again = _(
            "Somebody else saved this page after you opened it. Saving once more puts your text in place."
        )
        raise Conflict(fields={**lost, "": " ".join([again, lost.get("", "")]).strip()})


def _as_shown(form: forms.BaseForm, name: str, stored: Mapping[str, object]) -> str:
    value = stored[name]
    labels = dict(getattr(form.fields[name], "choices", ()))
    text = ", ".join(map(str, value)) if isinstance(value, list) else str(labels.get(value, value))
    return text if len(text) <= 300 else f"{text[:300]}…"


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
