"""Proving the e-mail address: in its stage, and again for a browser that did not prove it yet."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from interviewer.errors import Gone, Invalid, TooMany
from interviews.access import CandidateRequest, at_stage, candidate, has_seat, stage_url, take_seat
from interviews.enums import Stage
from interviews.forms.arrival import CodeForm
from interviews.services import resumes, stages, verification
from interviews.views.candidate.frame import frame


@require_http_methods(["GET", "HEAD", "POST"])
@at_stage(Stage.EMAIL_CODE)
def page(request: CandidateRequest) -> HttpResponse:
    """The code that was sent to the address; sent for the first time when the page is opened."""
    interview = request.interview
    stages.enter(interview=interview, stage=Stage.EMAIL_CODE)
    if request.method != "POST":
        try:
            verification.send_first(interview=interview)
        except TooMany as problem:
            messages.warning(request, problem.message)
        return _page(request, CodeForm())
    if request.POST.get("do") == "change":
        verification.change_address(interview=interview)
        return redirect("interviews:resume", interview.link_token)
    if request.POST.get("do") == "resend":
        return _send(request, "interviews:email_code")
    return _prove(request)


@require_http_methods(["GET", "HEAD", "POST"])
@candidate
def seat(request: CandidateRequest) -> HttpResponse:
    """Another browser, or one that forgot: the address is proven again before anything is shown."""
    interview = request.interview
    if not interview.email_verified_at or has_seat(request, interview):
        return redirect(stage_url(interview, stages.current(interview)))
    if request.method != "POST":
        return _page(request, CodeForm())
    if request.POST.get("do") == "resend":
        return _send(request, "interviews:seat")
    return _prove(request)


def _send(request: CandidateRequest, name: str) -> HttpResponse:
    """Send a code; when asked too often, say how long to wait."""
    try:
        verification.send(interview=request.interview)
    except TooMany as problem:
        messages.warning(request, problem.message)
        response = _page(request, CodeForm(), status=problem.status)
        response["Retry-After"] = str(problem.retry_after_seconds)
        return response
    messages.success(request, _("We have sent you a code. It can take a minute to arrive."))
    return redirect(f"{stage_or_seat(request, name)}?sent=1")


def stage_or_seat(request: CandidateRequest, name: str) -> str:
    """The address of the page that asked."""
    from django.urls import reverse

    return reverse(name, args=[request.interview.link_token])


def _prove(request: CandidateRequest) -> HttpResponse:
    form = CodeForm(request.POST)
    if not form.is_valid():
        return _page(request, form, status=422)
    try:
        proven = verification.prove(interview=request.interview, typed=form.cleaned_data["code"])
    except (Invalid, Gone) as problem:
        form.add_error("code", problem.message)
        return _page(request, form, status=problem.status)
    take_seat(request, proven.interview)
    if proven.is_earlier:
        messages.info(
            request,
            _("You already have an interview for this job with this address. This is where you left it."),
        )
    return redirect(stage_url(proven.interview, stages.current(proven.interview)))


def _was_asked_for(request: CandidateRequest) -> bool:
    """Whether this browser asked for a code to come back: none is sent before."""
    return "sent" in request.GET or request.method == "POST"


def _page(request: CandidateRequest, form: CodeForm, status: int = 200) -> HttpResponse:
    interview = request.interview
    is_seat = bool(interview.email_verified_at)
    context = {
        "form": form,
        "is_seat": is_seat,
        "was_sent": _was_asked_for(request) if is_seat else verification.was_sent(interview),
        "address": verification.masked_address(interview) if is_seat else interview.email,
        "may_change": not is_seat and not resumes.address_is_fixed(interview),
        **frame(interview, Stage.EMAIL_CODE),
    }
    return render(request, "candidate/email_code.html", context, status=status)
