"""A company's applicants: the list, its file, moving many or one, notes, flags, résumés."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import asdict

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from companies import rules
from companies.access import EDITORS, EVERYBODY, MemberRequest, member
from companies.application_forms import ApplicationFilterForm, NoteForm
from companies.models import Job, JobApplication
from companies.queries.applications import Filters, exported
from companies.queries.applications import applications as query
from companies.services import applications
from companies.services.applications import TARGETS
from interviewer.errors import NotFound
from interviewer.integrations.media import serve_private
from interviewer.journal import services as journal
from interviewer.web import spreadsheets
from interviewer.web.fields import kind_by_name

PAGE_SIZE = 25
#: Label, name of the sort order or nothing, its direction.
COLUMNS = [
    (gettext_lazy("Applicant"), "name", "ascending"),
    (gettext_lazy("Job"), "job", "ascending"),
    (gettext_lazy("Status"), "", ""),
    (gettext_lazy("Applied"), "newest", "descending"),
]


def _without_page(request: MemberRequest, **changed: str) -> str:
    """The filters of this address as another one's query."""
    found = request.GET.copy()
    found.pop("page", None)
    for name, value in changed.items():
        found[name] = value
    return found.urlencode()


def _columns(request: MemberRequest, sort: str) -> list[dict[str, object]]:
    return [
        {
            "label": label,
            "sort_url": f"?{_without_page(request, sort=key)}" if key else "",
            "sorted": direction if key and key == sort else "",
        }
        for label, key, direction in COLUMNS
    ]


def _filters(request: MemberRequest) -> tuple[ApplicationFilterForm, Filters]:
    """The form as it was sent and the filters that hold: none when the form has a mistake."""
    jobs = Job.objects.for_company(request.company).exclude(posted_at=None).order_by("title")
    form = ApplicationFilterForm(request.GET, jobs=jobs)
    return form, Filters(**form.cleaned_data) if form.is_valid() else Filters()


@require_safe
@member()
def index(request: MemberRequest) -> HttpResponse:
    """Every applicant of the company, searched, filtered, sorted, paged."""
    form, filters = _filters(request)
    context = {
        "company": request.company,
        "form": form,
        "page": Paginator(query(request.company, filters), PAGE_SIZE).get_page(request.GET.get("page")),
        "columns": _columns(request, filters.sort),
        "export_query": _without_page(request),
        "is_filtered": any(value for key, value in request.GET.items() if key not in {"page", "sort"}),
        "may_edit": not rules.why_not_edit(request.membership),
        "targets": TARGETS,
    }
    return render(request, "workspace/applications/index.html", context)


def _lines(rows: Iterator[list[object]]) -> Iterator[list[object]]:
    yield [
        _("Applicant"),
        _("E-mail"),
        _("Job"),
        _("Status"),
        _("Applied"),
        _("Years of experience"),
        _("Skills"),
        _("Flagged"),
    ]
    yield from rows


@require_safe
@member(*EVERYBODY)
def export(request: MemberRequest, kind: str) -> HttpResponseBase:
    """All rows that fit the list's filters, as CSV or XLSX; who took how many is written down."""
    _form, filters = _filters(request)
    rows = query(request.company, filters)
    chosen = {name: value for name, value in asdict(filters).items() if value not in ("", None, False)}
    journal.record(
        actor=request.user,
        action="applications.exported",
        subject=request.company,
        data={"format": kind, "count": rows.count(), "filters": chosen},
    )
    name = f"applicants-{timezone.localdate().isoformat()}"
    return spreadsheets.download(_lines(exported(rows)), kind=kind, name=name, title=_("Applicants"))


def _find(request: MemberRequest, uid: uuid.UUID) -> JobApplication:
    rows = JobApplication.objects.for_company(request.company).select_related(
        "job__company", "job_seeker__user"
    )
    application = rows.filter(uid=uid).first()
    if application is None:
        raise NotFound
    return application


@require_POST
@member(*EVERYBODY)
def note(request: MemberRequest, uid: uuid.UUID) -> HttpResponse:
    """Write a note; members named with an @ are told by e-mail."""
    application, form = _find(request, uid), NoteForm(request.POST)
    rules.require(rules.why_read_only(request.company))
    if form.is_valid():
        applications.add_note(
            actor=request.membership, application=application, text=form.cleaned_data["text"]
        )
        messages.success(request, _("Note saved."))
    else:
        messages.error(request, " ".join(form.errors["text"]))
    return redirect("workspace:application", application.uid)


@require_POST
@member(*EDITORS)
def flag(request: MemberRequest, uid: uuid.UUID) -> HttpResponse:
    """Mark the application, or take the mark off."""
    application = _find(request, uid)
    rules.require(rules.why_not_edit(request.membership))
    applications.set_flagged(
        actor=request.user, application=application, flagged=request.POST.get("do") == "flag"
    )
    return redirect("workspace:application", application.uid)


@require_safe
@member()
def resume(request: MemberRequest, uid: uuid.UUID) -> HttpResponseBase:
    """The résumé as it was sent; that it was opened is written down."""
    application = _find(request, uid)
    file = application.resume_snapshot
    if not file:
        raise NotFound(_("No résumé was sent along."))
    journal.record(actor=request.user, action="application.resume_viewed", subject=application)
    ending = file.name.rpartition(".")[2]
    return serve_private(
        request, file, content_type=kind_by_name(file.name), download_name=f"resume-{uid}.{ending}"
    )
