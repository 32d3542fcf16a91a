"""A candidate's way in, for a recruiter: send again, extend, revoke, more time."""

from __future__ import annotations

import uuid
from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from companies.access import EDITORS, MemberRequest, member
from interviewer.errors import DomainError, NotFound
from interviews.forms.invitations import AccommodateForm, ExtendForm
from interviews.models import Interview
from interviews.services import invitations
from interviews.views.recruiter.interview import show_interview


def _find(request: MemberRequest, uid: uuid.UUID) -> Interview:
    rows = Interview.objects.for_company(request.company).select_related("job__company", "rubric")
    found = rows.filter(uid=uid).first()
    if found is None:
        raise NotFound
    return found


def _done(
    request: MemberRequest, interview: Interview, change: Callable[[], object], text: str
) -> HttpResponse:
    try:
        change()
    except DomainError as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, text)
    return redirect("workspace:interview", interview.uid)


@require_POST
@member(*EDITORS)
def resend(request: MemberRequest, uid: uuid.UUID) -> HttpResponse:
    """Send the same link again."""
    interview = _find(request, uid)
    text = _("The invitation is on its way to %(email)s.") % {"email": interview.email}
    return _done(
        request, interview, lambda: invitations.resend(actor=request.membership, interview=interview), text
    )


@require_POST
@member(*EDITORS)
def revoke(request: MemberRequest, uid: uuid.UUID) -> HttpResponse:
    """Close the link."""
    interview = _find(request, uid)
    text = _("The invitation was withdrawn: the link is closed.")
    return _done(
        request, interview, lambda: invitations.revoke(actor=request.membership, interview=interview), text
    )


@require_POST
@member(*EDITORS)
def extend(request: MemberRequest, uid: uuid.UUID) -> HttpResponse:
    """Keep the link open for more days."""
    interview = _find(request, uid)
    form = ExtendForm(request.POST, prefix="extend")
    if not form.is_valid():
        return show_interview(request, uid, extend_form=form)
    days = form.cleaned_data["days"]
    return _done(
        request,
        interview,
        lambda: invitations.extend(actor=request.membership, interview=interview, days=days),
        _("The link stays open longer."),
    )


@require_POST
@member(*EDITORS)
def accommodate(request: MemberRequest, uid: uuid.UUID) -> HttpResponse:
    """Grant extra time, typed answers, no camera, large captions or another language."""
    interview = _find(request, uid)
    form = AccommodateForm(request.POST, prefix="accommodate")
    if not form.is_valid():
        return show_interview(request, uid, accommodate_form=form)
    return _done(
        request,
        interview,
        lambda: invitations.accommodate(actor=request.membership, interview=interview, granted=form.granted),
        _("Saved. A clock that runs already was moved as well."),
    )
