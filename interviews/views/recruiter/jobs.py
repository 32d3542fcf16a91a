"""The list of jobs, a new one, its details and how it interviews."""

from __future__ import annotations

import copy
import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from companies import rules as company_rules
from companies.access import EDITORS, MemberRequest, member
from companies.models import AiInterviewedJob
from interviewer.web.seen import fingerprints
from interviews.forms.jobs import InterviewSetupForm, JobDetailsForm, JobFilterForm
from interviews.queries import jobs as queries
from interviews.services import jobs
from interviews.views.recruiter.job_frame import find_job, is_sent, saved, show

PAGE_SIZE = 25
COLUMNS = [
    {"label": gettext_lazy("Job")},
    {"label": gettext_lazy("Status")},
    {"label": gettext_lazy("Invited"), "numeric": True},
    {"label": gettext_lazy("Under way"), "numeric": True},
    {"label": gettext_lazy("Completed"), "numeric": True},
    {"label": gettext_lazy("Created")},
]


@require_safe
@member()
def index(request: MemberRequest) -> HttpResponse:
    """Every job of the company, searched, filtered, paged."""
    form = JobFilterForm(request.GET)
    filters = form.cleaned_data if form.is_valid() else {}
    page = Paginator(queries.jobs(request.company, **filters), PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "company": request.company,
        "form": form,
        "page": page,
        "columns": COLUMNS,
        "is_filtered": any(value for key, value in request.GET.items() if key != "page"),
        "may_edit": not company_rules.why_not_edit(request.membership),
    }
    return render(request, "workspace/jobs.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@member(*EDITORS)
def new(request: MemberRequest) -> HttpResponse:
    """Begin a job with what it is; the interview comes next."""
    form = JobDetailsForm(request.POST if request.method == "POST" else None, instance=AiInterviewedJob())
    if form.is_bound and form.is_valid():
        job = jobs.create(actor=request.user, company=request.company, details=form.details)
        messages.success(request, _("Draft saved. Now choose how candidates are interviewed."))
        return redirect("workspace:job_setup", job.uid)
    context = {"company": request.company, "form": form, "may_edit": True}
    return render(request, "workspace/job_new.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@member()
def details(request: MemberRequest, uid: uuid.UUID) -> HttpResponse:
    """What the job is."""
    return _section(request, uid, JobDetailsForm, "details")


@require_http_methods(["GET", "HEAD", "POST"])
@member()
def setup(request: MemberRequest, uid: uuid.UUID) -> HttpResponse:
    """How its candidates are interviewed."""
    return _section(request, uid, InterviewSetupForm, "setup")


def _section(
    request: MemberRequest, uid: uuid.UUID, kind: type[JobDetailsForm | InterviewSetupForm], name: str
) -> HttpResponse:
    job = find_job(request, uid)
    # A ModelForm writes into its instance: a copy keeps the page's head as it is in the database.
    form = kind(request.POST if is_sent(request) else None, instance=copy.copy(job))

    def stored() -> dict[str, object]:
        fresh = find_job(request, uid)
        return {field: getattr(fresh, field) for field in kind.Meta.fields}

    if form.is_bound and form.is_valid():

        def change() -> object:
            # What is compared with the change is the job as it is now, not as it was when the page was asked for.
            return jobs.edit(actor=request.user, job=find_job(request, uid), changes=getattr(form, name))

        if saved(form, job, change, stored):
            messages.success(request, _("Saved."))
            return redirect(f"workspace:job_{name}", job.uid)
    status = 422 if form.is_bound else 200
    return show(request, job, name, form=form, status=status, seen=fingerprints(stored()))
