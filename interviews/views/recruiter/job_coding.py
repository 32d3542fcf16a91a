"""The coding problems of a job: in order, written with their cases, copied from the pool."""

from __future__ import annotations

import copy
import functools
import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from assessments.models import DSAPoolQuestion, DSAQuestion, DSATestCase
from assessments.queries import pool, pool_previews, pool_topics
from assessments.services import problems, references
from assessments.statements import as_html
from companies.access import EDITORS, MemberRequest, member
from companies.models import AiInterviewedJob
from interviewer.errors import NotFound
from interviewer.web.seen import fingerprints
from interviews.forms.problems import CaseFormSet, ProblemForm
from interviews.forms.questions import PoolForm
from interviews.views.recruiter.job_frame import done, find_job, gone, is_sent, saved, show
from interviews.views.recruiter.job_references import find_problem, problem_extras

PAGE_SIZE = 20
EMPTY_ROWS = 3
#: More text than this is not put into a page to be edited.
LARGE = 20_000
_NAMES = ("pk", "input", "expected_output", "is_sample", "weight", "group")
_SAMPLES = Count("cases", filter=Q(cases__is_sample=True))
_HIDDEN = Count("cases", filter=Q(cases__is_sample=False))


@require_safe
@member()
def index(request: MemberRequest, uid: uuid.UUID) -> HttpResponse:
    """The problems with the numbers of their cases."""
    job = find_job(request, uid)
    rows = DSAQuestion.objects.for_job(job).annotate(samples=_SAMPLES, hidden=_HIDDEN)
    found = list(rows.prefetch_related("references").order_by("order", "pk"))
    for one in found:
        one.proof = references.proof(one, list(one.references.all()))
    return show(request, job, "coding", problems=found)


@require_http_methods(["GET", "HEAD", "POST"])
@member(*EDITORS)
def new(request: MemberRequest, uid: uuid.UUID) -> HttpResponse:
    """Write a problem."""
    return _edit(request, find_job(request, uid), None)


@require_http_methods(["GET", "HEAD", "POST"])
@member(*EDITORS)
def edit(request: MemberRequest, uid: uuid.UUID, problem: uuid.UUID) -> HttpResponse:
    """Change a problem."""
    job = find_job(request, uid)
    if is_sent(request) and job.dsa_questions.filter(uid=problem).exclude(deleted_at=None).exists():
        return _sent(request, job, None, is_gone=True)
    return _edit(request, job, find_problem(job, problem))


def _stored(job: AiInterviewedJob, row: DSAQuestion | None) -> dict[str, object]:
    """What the form is drawn from, as it is now."""
    if row is None:
        return {}
    fresh = find_problem(job, row.uid)
    cases = fresh.cases.order_by("order", "pk")
    values = {name: getattr(fresh, name) for name in ProblemForm.Meta.fields}
    return {**values, "cases": list(cases.values_list(*_NAMES[1:]))}


def _edit(request: MemberRequest, job: AiInterviewedJob, row: DSAQuestion | None) -> HttpResponse:
    if is_sent(request):
        return _sent(request, job, row)
    rows = row.cases.order_by("order", "pk") if row else []
    kept = [_initial(case) for case in rows]
    empty = [{"is_sample": not kept and number == 0} for number in range(EMPTY_ROWS)]
    cases = CaseFormSet(initial=[*kept, *empty], prefix="cases")
    form = ProblemForm(instance=row or DSAQuestion())
    return show(
        request,
        job,
        "problem",
        form=form,
        cases=cases,
        problem=row,
        statement=_statement(job, row, row and row.description),
        seen=fingerprints(_stored(job, row)),
        **problem_extras(row),
    )


def _initial(case: DSATestCase) -> dict[str, object]:
    values = {name: getattr(case, name) for name in _NAMES}
    if len(case.input) + len(case.expected_output) > LARGE:
        values |= {"input": "", "expected_output": "", "kept": True}
    return values


def _sent(
    request: MemberRequest, job: AiInterviewedJob, row: DSAQuestion | None, *, is_gone: bool = False
) -> HttpResponse:
    data = request.POST
    if "add_rows" in data or "preview" in data:
        return _typed_on(request, job, row)
    form = ProblemForm(data, instance=copy.copy(row) if row else DSAQuestion())
    cases = CaseFormSet(data, prefix="cases")
    if is_gone:
        gone(form)
    if form.is_valid() and cases.is_valid():
        text = {"problem": row, "text": form.text, "cases": cases.cases}
        change = functools.partial(problems.save, actor=request.user, job=job, **text)
        if saved(form, job, change, lambda: _stored(job, row)):
            messages.success(request, _("Problem saved."))
            return redirect("workspace:job_coding", job.uid)
    statement = _statement(job, row, data.get("description"))
    context = {"form": form, "cases": cases, "problem": row, "statement": statement, **problem_extras(row)}
    if is_gone:
        context["action"] = reverse("workspace:job_coding_new", args=[job.uid])
    return show(request, job, "problem", status=422, seen=fingerprints(_stored(job, row)), **context)


def _typed_on(request: MemberRequest, job: AiInterviewedJob, row: DSAQuestion | None) -> HttpResponse:
    """The page again with everything that was typed, more rows or the statement as candidates see it."""
    data = request.POST
    total = data.get("cases-TOTAL_FORMS", "")
    count = min(int(total), problems.MAX_CASES) if total.isdecimal() else 0
    names = (*_NAMES, "kept", "remove")
    typed = [{name: data.get(f"cases-{n}-{name}", "") for name in names} for n in range(count)]
    extra = (
        [{} for _number in range(min(EMPTY_ROWS, problems.MAX_CASES - count))] if "add_rows" in data else []
    )
    cases = CaseFormSet(initial=[*typed, *extra], prefix="cases")
    form = ProblemForm(initial=data.dict(), instance=DSAQuestion())
    statement = _statement(job, row, data.get("description"))
    context = {"form": form, "cases": cases, "problem": row, "statement": statement, **problem_extras(row)}
    # What was seen when the page was first drawn: typing on is no look at what others saved.
    return show(request, job, "problem", seen=data.get("seen", ""), **context)


def _statement(job: AiInterviewedJob, row: DSAQuestion | None, text: str | None) -> str:
    images = row.images.all() if row else []
    addresses = {
        one.name: reverse("workspace:job_problem_image", args=[job.uid, row.uid, one.pk]) for one in images
    }
    return as_html(text, addresses) if text else ""


@require_POST
@member(*EDITORS)
def act(request: MemberRequest, uid: uuid.UUID, problem: uuid.UUID) -> HttpResponse:
    """Move a problem up or down, or take it out."""
    job = find_job(request, uid)
    row = find_problem(job, problem)
    if request.POST.get("do") == "delete":
        text = _("The problem was taken out of the job.")
        done(request, job, lambda: problems.delete(actor=request.user, problem=row), text)
    else:
        problems.move(problem=row, up=request.POST.get("do") == "up")
    return redirect("workspace:job_coding", job.uid)


@require_safe
@member(*EDITORS)
def pool_page(request: MemberRequest, uid: uuid.UUID) -> HttpResponse:
    """The problems that can be copied into the job."""
    job = find_job(request, uid)
    form = PoolForm(request.GET, topics=pool_topics())
    filters = form.filters
    page = Paginator(pool(**filters), PAGE_SIZE).get_page(request.GET.get("page"))
    previews = pool_previews(rows=page, job=job)
    return show(request, job, "pool", form=form, page=page, rows=previews, is_filtered=bool(filters))


@require_POST
@member(*EDITORS)
def copy_problem(request: MemberRequest, uid: uuid.UUID, problem: uuid.UUID) -> HttpResponse:
    """Copy a problem of the pool with its cases."""
    job = find_job(request, uid)
    source: DSAPoolQuestion | None = pool().filter(uid=problem).first()
    if source is None:
        raise NotFound
    text = _("“%(title)s” was copied. Change it as you like: the pool keeps the original.") % {
        "title": source.title
    }
    done(request, job, lambda: problems.copy_from_pool(actor=request.user, job=job, source=source), text)
    return redirect("workspace:job_coding", job.uid)
