"""Moving one or many applications: what is written to the applicants is shown, and can be changed, before it is sent."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from companies import letters as texts
from companies.access import EDITORS, MemberRequest, member
from companies.application_forms import LetterForm, MoveForm
from companies.enums import ApplicationStatus
from companies.letters import Letter
from companies.models import JobApplication
from companies.services import applications, letters
from companies.services.applications import MAX_AT_ONCE, Chosen
from interviewer.errors import DomainError


@require_http_methods(["GET", "HEAD", "POST"])
@member(*EDITORS)
def move(request: MemberRequest) -> HttpResponse:
    """GET: who is moved and what they are told. POST: do it, with or without the e-mail, or show it once more."""
    sent = request.POST if request.method == "POST" else request.GET
    target = MoveForm(sent)
    chosen = _chosen(request, sent)
    if not target.is_valid() or not chosen:
        why = " ".join(target.errors.get("to", [])) or _("Choose at least one application.")
        return _back(request, sent, why)
    to = target.cleaned_data["to"]
    if request.method != "POST":
        return _page(request, chosen, to, _fresh(request, to))
    form = LetterForm(sent)
    with_letter = sent.get("do") != "silent"
    if with_letter and (not form.is_valid() or sent.get("do") == "preview"):
        return _page(request, chosen, to, form, status=422 if form.errors else 200)
    return _do(request, chosen, to, form if with_letter else None)


def _fresh(request: MemberRequest, to: str) -> LetterForm:
    letter = letters.template(request.company, to)
    return LetterForm(initial={"subject": letter.subject, "body": letter.body})


def _chosen(request: MemberRequest, sent: QueryDict) -> list[Chosen]:
    """The company's applications among those sent as "uid:status", in that order; others are left out."""
    seen: dict[uuid.UUID, str] = {}
    for text in sent.getlist("chosen")[: MAX_AT_ONCE + 1]:
        uid, _colon, status = text.partition(":")
        try:
            seen[uuid.UUID(uid)] = status
        except ValueError:
            continue
    rows = JobApplication.objects.for_company(request.company).filter(uid__in=seen)
    rows = rows.select_related("job__company", "job_seeker__user")
    found = {row.uid: row for row in rows}
    return [Chosen(found[uid], status) for uid, status in seen.items() if uid in found]


def _page(
    request: MemberRequest, chosen: list[Chosen], to: str, form: LetterForm, *, status: int = 200
) -> HttpResponse:
    movable = [one for one in chosen if applications.may_move(one.application, to)]
    example = (movable or chosen)[0].application
    text = _as_typed(form)
    context = {
        "company": request.company,
        "chosen": [(one, one in movable) for one in chosen],
        "movable": len(movable),
        "example": example,
        "to": to,
        "to_label": ApplicationStatus(to).label,
        "form": form,
        "preview": letters.filled(example, text, request.user.get_full_name()),
        "placeholders": texts.PLACEHOLDERS.items(),
        "is_on": letters.template(request.company, to).is_on,
        "back": _safe_back(request, request.POST or request.GET),
    }
    return render(request, "workspace/applications/move.html", context, status=status)


def _as_typed(form: LetterForm) -> Letter:
    return Letter(str(form["subject"].value() or ""), str(form["body"].value() or ""))


def _do(request: MemberRequest, chosen: list[Chosen], to: str, form: LetterForm | None) -> HttpResponse:
    letter = form.letter if form else None
    try:
        outcomes = applications.move_many(actor=request.membership, chosen=chosen, to=to, letter=letter)
    except DomainError as refusal:
        return _back(request, request.POST, refusal.message)
    moved = sum(not one.why_not for one in outcomes)
    if moved:
        text = ngettext("%(n)d application is %(to)s now.", "%(n)d applications are %(to)s now.", moved)
        messages.success(request, text % {"n": moved, "to": ApplicationStatus(to).label})
    for one in outcomes:
        if one.why_not:
            messages.warning(request, f"{one.application.job_seeker}: {one.why_not}")
    return redirect(_safe_back(request, request.POST))


def _safe_back(request: MemberRequest, sent: QueryDict) -> str:
    back = sent.get("back", "")
    if back and url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        return back
    return "/workspace/applications/"


def _back(request: MemberRequest, sent: QueryDict, why: str) -> HttpResponse:
    messages.error(request, why)
    return redirect(_safe_back(request, sent))
