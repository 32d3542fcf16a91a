"""What members add to an interview: notes, tags, a flag, their scorecard, and who is to review."""

from __future__ import annotations

import uuid
from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from companies.access import EDITORS, MemberRequest, member
from companies.models import Membership
from interviewer.errors import DomainError, NotFound
from interviews.forms.reading import FlagForm, NoteForm, ReviewerForm, ScorecardForm, TagForm
from interviews.models import Interview, ReviewAssignment, Tag
from interviews.services import assignments, notes, scorecards, tagging
from interviews.views.recruiter.interview_page import competencies_of, find, page


def _done(
    request: MemberRequest,
    interview: Interview,
    form: forms.Form,
    change: Callable[[], object],
    **where: str,
) -> HttpResponse:
    """Make the change and go back, or draw the page again with what was typed and what is wrong with it."""
    name, tab = where["name"], where.get("tab", "")
    if form.is_valid():
        try:
            change()
        except DomainError as refusal:
            for field, text in refusal.fields.items() or [("", refusal.message)]:
                form.add_error(field if field in form.fields else None, text)
        else:
            messages.success(request, where["text"])
            query = f"?tab={tab}" if tab else ""
            return redirect(reverse("workspace:interview", args=[interview.uid]) + query)
    return page(request, interview, status=422, tab=tab, **{name: form})


@require_POST
@member()
def note(request: MemberRequest, uid: uuid.UUID) -> HttpResponse:
    """Write a note."""
    interview, form = find(request, uid), NoteForm(request.POST)

    def write() -> object:
        return notes.write(actor=request.membership, interview=interview, text=form.cleaned_data["text"])

    return _done(
        request, interview, form, write, name="note_form", tab="review", text=_("The note is saved.")
    )


@require_POST
@member()
def tag(request: MemberRequest, uid: uuid.UUID) -> HttpResponse:
    """Put a tag on the candidate."""
    interview, form = find(request, uid), TagForm(request.POST)

    def add() -> object:
        return tagging.add(actor=request.user, interview=interview, name=form.cleaned_data["tag"])

    return _done(request, interview, form, add, name="tag_form", text=_("The tag is on."))


@require_POST
@member()
def untag(request: MemberRequest, uid: uuid.UUID, tag: uuid.UUID) -> HttpResponse:
    """Take a tag off."""
    interview = find(request, uid)
    found = Tag.objects.filter(company=request.company, uid=tag).first()
    if found is None:
        raise NotFound
    tagging.remove(actor=request.user, interview=interview, tag=found)
    messages.success(request, _("The tag is off."))
    return redirect("workspace:interview", uid)


@require_POST
@member()
def flag(request: MemberRequest, uid: uuid.UUID) -> HttpResponse:
    """Flag for a second look, or take the flag away."""
    interview, form = find(request, uid), FlagForm(request.POST)
    if request.POST.get("do") == "unflag":
        tagging.unflag(actor=request.user, interview=interview)
        messages.success(request, _("The flag is gone."))
        return redirect("workspace:interview", uid)

    def raise_flag() -> object:
        return tagging.flag(actor=request.user, interview=interview, reason=form.cleaned_data["flag_reason"])

    return _done(request, interview, form, raise_flag, name="flag_form", text=_("Flagged."))


@require_POST
@member()
def scorecard(request: MemberRequest, uid: uuid.UUID) -> HttpResponse:
    """Hand in one's own scorecard, for good."""
    interview = find(request, uid)
    rubric = scorecards.rubric_for(interview)
    form = ScorecardForm(request.POST, competencies=competencies_of(rubric))

    def hand_in() -> object:
        return scorecards.hand_in(
            actor=request.membership,
            interview=interview,
            impression=form.impression,
            was_blind=interview.is_blind,
        )

    return _done(
        request,
        interview,
        form,
        hand_in,
        name="scorecard_form",
        tab="review",
        text=_("Your scorecard is handed in."),
    )


def _members(request: MemberRequest) -> object:
    own = Membership.objects.filter(company=request.company, removed_at=None)
    return own.select_related("user").order_by("pk")


@require_POST
@member(*EDITORS)
def assign(request: MemberRequest, uid: uuid.UUID) -> HttpResponse:
    """Ask a member to review this interview."""
    interview, form = find(request, uid), ReviewerForm(request.POST, members=_members(request))

    def ask() -> object:
        return assignments.assign(
            actor=request.user, reviewer=form.cleaned_data["reviewer"], subject=interview
        )

    return _done(
        request, interview, form, ask, name="reviewer_form", tab="review", text=_("They were told by e-mail.")
    )


@require_POST
@member(*EDITORS)
def unassign(request: MemberRequest, uid: uuid.UUID, assignment: uuid.UUID) -> HttpResponse:
    """Take a reviewer of this interview out."""
    interview = find(request, uid)
    rows = ReviewAssignment.objects.filter(interview=interview).select_related(
        "membership__user", "interview"
    )
    row = rows.filter(uid=assignment).first()
    if row is None:
        raise NotFound
    assignments.unassign(actor=request.user, assignment=row)
    messages.success(request, _("The reviewer was taken out."))
    return redirect(reverse("workspace:interview", args=[uid]) + "?tab=review")
