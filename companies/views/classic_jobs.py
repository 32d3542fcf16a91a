"""A company's classic jobs: the list, writing one, its life, drafts of its texts."""

from __future__ import annotations

import copy
import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from companies import rules
from companies.access import EDITORS, MemberRequest, member
from companies.enums import ApplicationStatus
from companies.job_forms import ClassicJobFilterForm, ClassicJobForm, DraftForm
from companies.models import Job
from companies.queries import jobs as queries
from companies.queries.applications import Filters, applications
from companies.services import job_drafts, jobs
from interviewer.errors import Conflict, DomainError, NotFound
from interviewer.web.seen import fingerprints, refuse_overwriting

PAGE_SIZE = 25
COLUMNS = [
    {"label": gettext_lazy("Job")},
    {"label": gettext_lazy("Status")},
    {"label": gettext_lazy("Applications"), "numeric": True},
    {"label": gettext_lazy("Not looked at"), "numeric": True},
    {"label": gettext_lazy("Posted")},
]


@require_safe
@member()
def index(request: MemberRequest) -> HttpResponse:
    """Every classic job of the company, searched, filtered, paged."""
    form = ClassicJobFilterForm(request.GET)
    filters = form.cleaned_data if form.is_valid() else {}
    rows = queries.classic_jobs(request.company, **filters)
    context = {
        "company": request.company,
        "form": form,
        "page": Paginator(rows, PAGE_SIZE).get_page(request.GET.get("page")),
        "columns": COLUMNS,
        "is_filtered": any(value for key, value in request.GET.items() if key != "page"),
        "may_edit": not rules.why_not_edit(request.membership),
    }
    return render(request, "workspace/classic/jobs.html", context)


def _is_sent(request: MemberRequest) -> bool:
    """Whether a change was sent; raises NotAllowed when the member, or a company that was stopped, may not."""
    if request.method != "POST":
        return False
    rules.require(rules.why_not_edit(request.membership))
    return True


def _find(request: MemberRequest, uid: uuid.UUID) -> Job:
    """The company's job; another company's is as missing as one that never was."""
    job = Job.objects.for_company(request.company).select_related("company").filter(uid=uid).first()
    if job is None:
        raise NotFound
    return job


@require_safe
@member()
def detail(request: MemberRequest, uid: uuid.UUID) -> HttpResponse:
    """The job at one glance, who applied, and what can be done with it."""
    job = _find(request, uid)
    counts = queries.status_counts(job)
    why_not = rules.why_not_edit(request.membership)
    context = {
        "company": request.company,
        "job": job,
        "counts": [(ApplicationStatus(status).label, status, count) for status, count in counts.items()],
        "rows": applications(request.company, Filters(job_uid=str(job.uid)))[:8],
        "may_edit": not why_not,
        "why_not_edit": why_not,
        "why_not_post": rules.why_not_post(request.membership, job),
    }
    return render(request, "workspace/classic/job.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@member(*EDITORS)
def new(request: MemberRequest) -> HttpResponse:
    """Begin a draft."""
    form = ClassicJobForm(request.POST if _is_sent(request) else None, instance=Job())
    if form.is_bound and form.is_valid():
        job = jobs.create(actor=request.user, company=request.company, text=form.text)
        messages.success(request, _("Draft saved. Post it when it is ready."))
        return redirect("workspace:classic_job", job.uid)
    context = {"company": request.company, "form": form}
    return render(request, "workspace/classic/job_new.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@member(*EDITORS)
def edit(request: MemberRequest, uid: uuid.UUID) -> HttpResponse:
    """Change what the job is; what somebody else saved meanwhile is not overwritten unseen."""
    job = _find(request, uid)
    # A ModelForm writes into its instance: a copy keeps the page's head as it is in the database.
    form = ClassicJobForm(request.POST if _is_sent(request) else None, instance=copy.copy(job))
    if form.is_bound and form.is_valid() and _saved(request, form, job):
        messages.success(request, _("Saved."))
        return redirect("workspace:classic_job", job.uid)
    return _edit_page(request, job, form)


def _edit_page(
    request: MemberRequest, job: Job, form: ClassicJobForm, draft_form: DraftForm | None = None
) -> HttpResponse:
    context = {
        "company": request.company,
        "job": job,
        "form": form,
        "seen": fingerprints(_stored(_find(request, job.uid))),
        "draft_form": draft_form or DraftForm(auto_id="draft_%s"),
        "drafts": job.text_drafts.select_related("job").order_by("part"),
    }
    status = 422 if form.is_bound or draft_form else 200
    return render(request, "workspace/classic/job_edit.html", context, status=status)


def _stored(job: Job) -> dict[str, object]:
    return {name: getattr(job, name) for name in ClassicJobForm.Meta.fields}


def _saved(request: MemberRequest, form: ClassicJobForm, job: Job) -> bool:
    try:
        with jobs.held(job) as fresh:
            refuse_overwriting(form, _stored(fresh))
            jobs.edit(actor=request.user, job=fresh, text=form.text)
    except Conflict as refusal:
        for name, text in refusal.fields.items() or [("", refusal.message)]:
            form.add_error(name if name in form.fields else None, text)
        return False
    return True


#: What a click does, and what is said then.
_ACTIONS = {
    "post": (jobs.post, gettext_lazy("The job is on the job board.")),
    "close": (jobs.close, gettext_lazy("The job is closed.")),
    "reopen": (jobs.reopen, gettext_lazy("The job is open again.")),
    "copy": (jobs.duplicate, gettext_lazy("This is the copy, a draft.")),
    "delete": (jobs.delete, gettext_lazy("The job is deleted.")),
}


@require_POST
@member(*EDITORS)
def act(request: MemberRequest, uid: uuid.UUID) -> HttpResponse:
    """Post, close, reopen, copy or delete the job."""
    job, do = _find(request, uid), request.POST.get("do", "")
    rules.require(rules.why_not_edit(request.membership))
    if do not in _ACTIONS:
        return redirect("workspace:classic_job", job.uid)
    run, text = _ACTIONS[do]
    # What is posted has its conditions, which look at who does it.
    actor = request.membership if do == "post" else request.user
    try:
        done = run(actor=actor, job=job)
    except DomainError as refusal:
        messages.error(request, refusal.message)
        return redirect("workspace:classic_job", job.uid)
    messages.success(request, text)
    if do == "delete":
        return redirect("workspace:classic_jobs")
    return redirect("workspace:classic_job_edit" if do == "copy" else "workspace:classic_job", done.uid)


@require_POST
@member(*EDITORS)
def draft(request: MemberRequest, uid: uuid.UUID) -> HttpResponse:
    """Ask for a draft of a text, take it over or throw it away."""
    job, do = _find(request, uid), request.POST.get("do")
    rules.require(rules.why_not_edit(request.membership))
    if do in {"use", "discard"}:
        _use_or_discard(request, job, do)
        return redirect(reverse("workspace:classic_job_edit", args=[job.uid]) + "#drafts")
    form = DraftForm(request.POST, auto_id="draft_%s")
    if not form.is_valid():
        return _edit_page(request, job, ClassicJobForm(instance=copy.copy(job)), form)
    job_drafts.ask(actor=request.user, job=job, **form.cleaned_data)
    return redirect(reverse("workspace:classic_job_edit", args=[job.uid]) + "#drafts")


def _use_or_discard(request: MemberRequest, job: Job, do: str) -> None:
    part = request.POST.get("part", "")
    if do == "discard":
        job_drafts.discard(job=job, part=part)
        return
    if part in {"description", "benefits"} and getattr(job, part).strip() and "replace" not in request.POST:
        messages.error(request, _("Confirm that the present text is replaced."))
        return
    try:
        job_drafts.use(actor=request.user, job=job, part=part)
    except Conflict as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, _("The draft was taken over. Read it and make it yours."))
