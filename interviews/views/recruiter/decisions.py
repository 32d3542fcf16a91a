"""Deciding about a candidate, with a letter to them that can be edited first."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from companies.access import EDITORS, MemberRequest, member
from interviewer.errors import Conflict, Invalid
from interviewer.web.answers import wants_json
from interviews.forms.reading import DecisionForm, LetterForm
from interviews.models import Interview
from interviews.services import letters
from interviews.views.recruiter.candidate_views import back_to_board
from interviews.views.recruiter.interview_page import find, page


def _save(
    request: MemberRequest, interview: Interview, form: DecisionForm, letter: LetterForm | None = None
) -> None:
    values = form.cleaned_data
    letters.decide_and_write(
        actor=request.membership,
        interview=interview,
        decision=values["decision"],
        reason=values["decision_reason"],
        seen=values["seen"],
        letter=letter.letter if letter else None,
    )


def _told(request: MemberRequest, problem: Conflict) -> DecisionForm:
    """The form with what was typed, what changed meanwhile, and leave to save once more."""
    data = request.POST.copy()
    data["seen"] = str(problem.extra["version"])
    form = DecisionForm(data)
    form.add_error(None, problem.message)
    return form


def _letter(
    request: MemberRequest,
    interview: Interview,
    form: DecisionForm,
    letter: LetterForm | None = None,
    status: int = 200,
) -> HttpResponse:
    """The letter about a decision that is not saved yet, to be edited."""
    decision = form.data["decision"]
    if letter is None:
        start = letters.template_of(request.company, decision)
        text = letters.written_for(actor=request.membership, interview=interview, letter=start)
        letter = LetterForm(initial={"subject": text.subject, "body": text.body})
    context = {
        "company": request.company,
        "interview": interview,
        "decision_form": form,
        "form": letter,
        "decision_label": dict(form.fields["decision"].choices).get(decision, ""),
    }
    return render(request, "workspace/interview_letter.html", context, status=status)


@require_POST
@member(*EDITORS)
def decide(request: MemberRequest, uid: uuid.UUID) -> HttpResponse:
    """Record the recruiter's decision; with a letter, ask for its text first."""
    interview, form = find(request, uid), DecisionForm(request.POST)
    if not form.is_valid():
        return page(request, interview, status=422, decision_form=form)
    is_written = form.cleaned_data["with_letter"]
    letter = LetterForm(request.POST) if is_written and "subject" in request.POST else None
    if is_written and (letter is None or not letter.is_valid()):
        return _letter(request, interview, form, letter, 422 if letter else 200)
    try:
        _save(request, interview, form, letter)
    except Conflict as problem:
        return _again(request, interview, _told(request, problem), letter, 409)
    except Invalid as refusal:
        for name, text in refusal.fields.items() or [("", refusal.message)]:
            (letter or form).add_error(name if name in (letter or form).fields else None, text)
        return _again(request, interview, form, letter, 422)
    messages.success(
        request, _("Decision saved. The letter is on its way.") if letter else _("Decision saved.")
    )
    return redirect("workspace:interview", uid)


def _again(
    request: MemberRequest, interview: Interview, form: DecisionForm, letter: LetterForm | None, status: int
) -> HttpResponse:
    """Where the person was, with what they typed and why it was not taken."""
    if letter:
        return _letter(request, interview, form, letter, status)
    return page(request, interview, status=status, decision_form=form)


@require_POST
@member(*EDITORS)
def move(request: MemberRequest, uid: uuid.UUID) -> HttpResponseBase:
    """Move a card of the board: a decision without a reason. A script that drags gets JSON, and problem details."""
    interview, form = find(request, uid), DecisionForm(request.POST)
    if not form.is_valid():
        raise Invalid(_("Choose one of the decisions."))
    try:
        _save(request, interview, form)
    except Conflict as problem:
        if wants_json(request):
            raise
        messages.warning(request, problem.message)
        return redirect(back_to_board(request))
    if wants_json(request):
        return JsonResponse({"decision": interview.decision, "seen": interview.decision_version})
    messages.success(request, f"{interview}: {interview.get_decision_display()}.")
    return redirect(back_to_board(request))
