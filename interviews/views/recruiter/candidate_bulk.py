"""One thing done to many candidates: asked again before all that match are touched, with progress above a thousand."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.db.models import QuerySet
from django.forms import UUIDField, ValidationError
from django.http import HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from companies.access import EDITORS, MemberRequest, member
from interviewer.errors import DomainError, NotFound
from interviewer.web.answers import wants_json
from interviews.forms.candidates import BulkForm
from interviews.models import BulkAction, Interview
from interviews.queries.candidates import found
from interviews.services import bulk
from interviews.views.recruiter.candidate_frame import read_filters
from interviews.views.recruiter.candidate_views import back_to_list

#: No page of the list holds more.
MOST_CHOSEN = 200


def _uids(texts: list[str]) -> list[uuid.UUID]:
    uids = []
    for text in texts[:MOST_CHOSEN]:
        try:
            uids.append(UUIDField().clean(text))
        except ValidationError:
            continue
    return uids


def _rows(request: MemberRequest) -> QuerySet[Interview]:
    """Those that were ticked, or all that fit the filters of the list."""
    if request.POST.get("everything"):
        _form, filters = read_filters(request, QueryDict(request.POST.get("query", "")))
        return found(request.membership, filters)
    chosen = _uids(request.POST.getlist("chosen"))
    return Interview.objects.for_company(request.company).filter(uid__in=chosen)


def _ask(request: MemberRequest, form: BulkForm, rows: QuerySet, status: int) -> HttpResponse:
    """Show what is about to be done, and to how many; what was typed is kept."""
    context = {
        "company": request.company,
        "form": form,
        "count": rows.count(),
        "chosen": request.POST.getlist("chosen")[:MOST_CHOSEN],
        "everything": bool(request.POST.get("everything")),
        "back": back_to_list(request),
    }
    return render(request, "workspace/candidates_bulk.html", context, status=status)


@require_POST
@member(*EDITORS)
def act(request: MemberRequest) -> HttpResponse:
    """Do it, or ask once more."""
    form, rows = BulkForm(request.POST), _rows(request)
    if not form.is_valid():
        return _ask(request, form, rows, 422)
    data = form.cleaned_data
    if data["everything"] and not data["confirmed"]:
        return _ask(request, form, rows, 200)
    try:
        done = bulk.start(
            actor=request.membership,
            kind=data["kind"],
            values=form.values,
            rows=rows,
            drawn_at=data["drawn_at"],
        )
    except DomainError as refusal:
        for name, text in refusal.fields.items() or [("", refusal.message)]:
            form.add_error(name if name in form.fields else None, text)
        return _ask(request, form, rows, 422)
    if not done.is_done:
        return redirect("workspace:candidates_bulk_progress", done.uid)
    _tell(request, done)
    return redirect(back_to_list(request))


def _tell(request: MemberRequest, done: BulkAction) -> None:
    text = ngettext("%(n)d candidate was changed.", "%(n)d candidates were changed.", done.changed)
    messages.success(request, text % {"n": done.changed})
    if done.passed_over:
        messages.warning(request, why_passed_over(done))


def why_passed_over(done: BulkAction) -> str:
    """Why some were left alone."""
    why = (
        _("%(n)d left alone: somebody decided after you opened the list.")
        if done.kind == "decide"
        else _("%(n)d left alone: they carry as many tags as they can.")
    )
    return why % {"n": done.passed_over} if done.passed_over else ""


@require_safe
@member()
def progress(request: MemberRequest, bulk: uuid.UUID) -> HttpResponse:
    """How far it is; a program, or the page itself, asks for JSON."""
    row = BulkAction.objects.defer("interview_ids").filter(company=request.company, uid=bulk).first()
    if row is None:
        raise NotFound
    if wants_json(request):
        return JsonResponse({"version": f"{row.done}/{row.total}", "done": row.done, "total": row.total})
    context = {
        "company": request.company,
        "bulk": row,
        "version": f"{row.done}/{row.total}",
        "passed_over": why_passed_over(row),
    }
    return render(request, "workspace/candidates_bulk_progress.html", context)
