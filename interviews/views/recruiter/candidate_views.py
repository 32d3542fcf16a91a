"""A member's own list of candidates: its columns, and views kept under a name."""

from __future__ import annotations

import uuid
from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from companies.access import MemberRequest, member
from interviewer.errors import DomainError, NotFound
from interviews.forms.candidates import ViewForm
from interviews.models import SavedView
from interviews.services import saved_views
from interviews.views.recruiter.candidate_frame import address


def _view(request: MemberRequest, uid: object) -> SavedView:
    found = SavedView.objects.for_member(request.membership).filter(uid=uid).first()
    if found is None:
        raise NotFound
    return found


def back_to_list(request: MemberRequest) -> str:
    """The list as it was: what the form's `query` says."""
    query = QueryDict(
        request.POST.get("query", "")[:2_000]
    ).urlencode()  # parsed: no line break gets into a header
    return f"{reverse('workspace:candidates')}?{query or 'all=1'}"


def _told(request: MemberRequest, change: Callable[[], object], text: str) -> object:
    """Make a change and say so; None, with what was wrong said, when it was refused."""
    try:
        made = change()
    except DomainError as refusal:
        messages.error(request, " ".join(refusal.fields.values()) or refusal.message)
        return None
    messages.success(request, text)
    return made


@require_POST
@member()
def columns(request: MemberRequest) -> HttpResponse:
    """Choose the columns: of the view that is open if it is one's own, else of one's own list."""
    wanted = request.POST.getlist("columns")
    own = SavedView.objects.for_member(request.membership).filter(owner=request.membership)
    view = next((one for one in own if str(one.uid) == request.POST.get("view")), None)
    if view:
        saved_views.set_view_columns(actor=request.membership, view=view, columns=wanted)
    else:
        saved_views.set_columns(actor=request.membership, columns=wanted)
    messages.success(request, _("Columns saved."))
    return redirect(back_to_list(request))


@require_POST
@member()
def save(request: MemberRequest) -> HttpResponse:
    """Keep the list as it is under a name."""
    form = ViewForm(request.POST, prefix="new")
    if not form.is_valid():
        messages.error(request, _("A view needs a name of at most 60 characters."))
        return redirect(back_to_list(request))
    made = _told(
        request,
        lambda: saved_views.save(
            actor=request.membership,
            query=request.POST.get("query", ""),
            columns=request.POST.getlist("columns"),
            **form.cleaned_data,
        ),
        _("The view is saved."),
    )
    return redirect(address(made) if isinstance(made, SavedView) else back_to_list(request))


@require_POST
@member()
def change(request: MemberRequest, view: uuid.UUID) -> HttpResponse:
    """Rename a view, share it, open the list with it, or delete it."""
    found, what = _view(request, view), request.POST.get("do", "")
    form = ViewForm(request.POST, prefix="view")
    actor = request.membership
    if what == "delete":
        _told(request, lambda: saved_views.delete(actor=actor, view=found), _("The view is gone."))
        return redirect(address(found) if found.pk else f"{reverse('workspace:candidates')}?all=1")
    if what in {"open_with", "open_plain"}:
        chosen = found if what == "open_with" else None
        saved_views.open_with(actor=actor, view=chosen)
        messages.success(request, _("Your list opens so from now on."))
    elif form.is_valid():
        _told(
            request,
            lambda: saved_views.change(actor=actor, view=found, **form.cleaned_data),
            _("The view is saved."),
        )
    else:
        messages.error(request, _("A view needs a name of at most 60 characters."))
    return redirect(address(found))


def back_to_board(request: MemberRequest) -> str:
    """The board as it was."""
    query = QueryDict(request.POST.get("query", "")[:2_000]).urlencode()
    return f"{reverse('workspace:candidates_board')}?{query}"
