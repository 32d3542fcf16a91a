"""The candidate's door: a link, a proven seat and the right stage, checked before any page of an interview."""

from __future__ import annotations

import functools
from collections.abc import Callable
from datetime import timedelta
from typing import Any, NoReturn

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from interviewer.errors import Gone, NotFound, NotSignedIn, TooLate, WrongStage
from interviewer.web import heart
from interviewer.web.answers import wants_json
from interviews import rules
from interviews.enums import InterviewStatus, Stage
from interviews.models import Interview
from interviews.services import stages

View = Callable[..., HttpResponse]

#: For so long after the clock ended a stage, the next page says so.
JUST_NOW = timedelta(minutes=1)
#: Nothing of these is left to do, so the state of the job does not matter any more.
_OVER = {InterviewStatus.SCORING, InterviewStatus.COMPLETED, InterviewStatus.SCREENED_OUT}


class CandidateRequest(HttpRequest):
    """A request that came through the candidate's door."""

    interview: Interview
    stage: Stage


def seat_key(interview: Interview) -> str:
    """Where the browser session keeps that this person proved the interview's address."""
    return f"seat:{interview.uid}"


def has_seat(request: HttpRequest, interview: Interview) -> bool:
    """Whether this browser proved the address of an interview whose address is proven."""
    return request.session.get(seat_key(interview)) == interview.email


def take_seat(request: HttpRequest, interview: Interview) -> None:
    """Remember that this browser proved the interview's address."""
    request.session.cycle_key()
    request.session[seat_key(interview)] = interview.email


def find_interview(token: str) -> Interview:
    """The interview of a private link; raises NotFound for an invented one and Gone for one that is over."""
    interview = Interview.objects.for_candidate(token).select_related("job__company", "rubric").first()
    if interview is None:
        raise NotFound(_("This link is not known. Please open the link exactly as it stands in your e-mail."))
    return require_open(interview)


def require_open(interview: Interview) -> Interview:
    """The interview, if its link still leads in; raises Gone with the reason."""
    if reason := _why_shut(interview):
        raise Gone(f"{reason} {rules.whom_to_ask(interview.job)}")
    return interview


def _why_shut(interview: Interview) -> str:
    if interview.status == InterviewStatus.REVOKED:
        return _("The company has withdrawn this invitation.")
    if interview.status == InterviewStatus.WITHDRAWN:
        return _("This interview was ended. If you have another one for this job, please use its link.")
    if not interview.link_is_open():
        return _("This link has expired.")
    if interview.status in _OVER:
        return ""
    has_begun = interview.status == InterviewStatus.IN_PROGRESS
    return rules.why_not_go_on(interview.job) if has_begun else rules.why_not_begin(interview.job)


def stage_url(interview: Interview, stage: Stage | None) -> str:
    """The page of a stage; after the last one, the thank-you page."""
    name = stage.value if stage else "done"
    if stage == Stage.SCORING:
        name = "done"
    return reverse(f"interviews:{name}", args=[interview.link_token])


def speak_its_language(request: Any, interview: Interview) -> None:
    """Show the pages in the language that the interview is held in, whatever the browser prefers."""
    language = stages.plan_of(interview).interview_language
    if language in dict(settings.LANGUAGES):
        translation.activate(language)
        request.LANGUAGE_CODE = language


def candidate(view: View) -> View:
    """Door for pages that need the link only (landing, thank-you, seat). Sets `request.interview`."""

    @functools.wraps(view)
    def checked(request: Any, token: str, **kwargs: object) -> HttpResponse:
        heart.catch_up()
        request.interview = find_interview(token)
        speak_its_language(request, request.interview)
        stages.settle(interview=request.interview)
        return view(request, **kwargs)

    return checked


def seated(view: View) -> View:
    """Door for pages after the e-mail code that are not bound to one stage: the link and the seat."""

    @functools.wraps(view)
    def checked(request: Any, **kwargs: object) -> HttpResponse:
        if request.interview.email_verified_at and not has_seat(request, request.interview):
            if wants_json(request):
                raise NotSignedIn(_("Please open your link again and enter the code we send you."))
            return redirect("interviews:seat", request.interview.link_token)
        return view(request, **kwargs)

    return candidate(checked)


def at_stage(stage: Stage) -> Callable[[View], View]:
    """Door for the pages of one stage: a request for another one is sent to the current one."""

    def decorate(view: View) -> View:
        @functools.wraps(view)
        def checked(request: Any, **kwargs: object) -> HttpResponse:
            interview = request.interview
            now_at = stages.current(interview)
            if interview.status == InterviewStatus.SCREENED_OUT and stage != Stage.MATCH:
                now_at = Stage.MATCH
            elif now_at == stage:
                request.stage = stage
                return view(request, **kwargs)
            return _elsewhere(request, stage, now_at)

        return seated(checked)

    return decorate


def refuse_stage(interview: Interview, stage: Stage, now_at: Stage | None) -> NoReturn:
    """Raise TooLate for a stage that the clock ended, WrongStage with the current one otherwise."""
    if interview.stage_attempts.filter(stage=stage, timed_out=True).exists():
        raise TooLate(_("The time for this part is up. What was saved before counts."))
    raise WrongStage(current=now_at)


def _elsewhere(request: CandidateRequest, stage: Stage, now_at: Stage | None) -> HttpResponse:
    """The answer to a request for a stage that is not the current one; says so when the clock ended it."""
    attempt = request.interview.stage_attempts.filter(stage=stage, timed_out=True).first()
    if wants_json(request):
        refuse_stage(request.interview, stage, now_at)
    if attempt and attempt.finished_at and timezone.now() - attempt.finished_at < JUST_NOW:
        messages.info(request, _("The time for that part is up. Everything that was saved counts."))
    return redirect(stage_url(request.interview, now_at))
