"""Proving the address: the stage itself, and the seat for another browser."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from interviewer.errors import DomainError, TooMany
from interviews.access import CandidateRequest, at_stage, candidate, has_seat, stage_url, take_seat
from interviews.enums import Stage
from interviews.forms.arrival import CodeForm
from interviews.models import Interview
from interviews.services import stages, verification
from interviews.views.candidate.frame import frame


@require_http_methods(["GET", "HEAD", "POST"])
@at_stage(Stage.EMAIL_CODE)
def page(request: CandidateRequest) -> HttpResponse:
    """Ask for the code that was sent."""
    stages.enter(interview=request.interview, stage=Stage.EMAIL_CODE)
    return _ask(request, Stage.EMAIL_CODE)


@require_http_methods(["GET", "HEAD", "POST"])
@candidate
def seat(request: CandidateRequest) -> HttpResponse:
    """Another browser, or the session is over: prove the address again, and go on at the same place."""
    interview = request.interview
    if not interview.email_verified_at or has_seat(request, interview):
        return redirect(stage_url(interview, stages.current(interview)))
    return _ask(request, stages.current(interview) or Stage.SCORING)


def _ask(request: CandidateRequest, stage: Stage) -> HttpResponse:
    interview = request.interview
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            proven = verification.prove(interview=interview, typed=form.cleaned_data["code"])
            return _seated(request, proven)
        except DomainError as problem:
            form.add_error("code", problem.message)
    elif request.method == "GET":
        _send(request, interview, is_first=True)
    context = {"form": form, "may_change": not interview.email_verified_at, **frame(interview, stage)}
    return render(request, "candidate/email_code.html", context, status=422 if form.errors else 200)


def _seated(request: CandidateRequest, proven: verification.Proven) -> HttpResponse:
    interview: Interview = proven.interview
    take_seat(request, interview)
    if proven.is_earlier:
        messages.info(request, _("You began an interview for this job before. You go on with that one here."))
    return redirect(stage_url(interview, stages.current(interview)))


def _send(request: CandidateRequest, interview: Interview, *, is_first: bool = False) -> None:
    try:
        if is_first:
            verification.send_first(interview=interview)
            return
        verification.send(interview=interview)
        messages.success(request, _("A new code is on its way. Earlier codes no longer work."))
    except TooMany as problem:
        messages.warning(request, problem.message)


@require_POST
@candidate
def send(request: CandidateRequest) -> HttpResponse:
    """Send a new code."""
    interview = request.interview
    if not interview.email_verified_at and stages.current(interview) != Stage.EMAIL_CODE:
        return redirect(stage_url(interview, stages.current(interview)))
    _send(request, interview)
    name = "interviews:seat" if interview.email_verified_at else "interviews:email_code"
    return redirect(name, interview.link_token)


@require_POST
@at_stage(Stage.EMAIL_CODE)
def change(request: CandidateRequest) -> HttpResponse:
    """Back to the form, to correct the address."""
    verification.change_address(interview=request.interview)
    return redirect("interviews:resume", request.interview.link_token)
