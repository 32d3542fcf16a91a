"""The candidate's door: a link, a proven seat and the right stage, checked before any page of an interview."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from interviewer.errors import Gone, NotFound, NotSignedIn, WrongStage
from interviewer.web.answers import wants_json
from interviews.enums import InterviewStatus, Stage
from interviews.models import Interview
from interviews.services import stages

View = Callable[..., HttpResponse]


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
    if interview.status == InterviewStatus.REVOKED:
        raise Gone(_("The company has withdrawn this invitation. Please ask them if that surprises you."))
    if not interview.link_is_open():
        raise Gone(_("This link has expired. Please ask the company for a new one."))
    return interview


def stage_url(interview: Interview, stage: Stage | None) -> str:
    """The page of a stage; after the last one, the thank-you page."""
    name = stage.value if stage else "done"
    if stage == Stage.SCORING:
        name = "done"
    return reverse(f"interviews:{name}", args=[interview.link_token])


def candidate(view: View) -> View:
    """Door for pages that need the link only (landing, thank-you, seat). Sets `request.interview`."""

    @functools.wraps(view)
    def checked(request: Any, token: str, **kwargs: object) -> HttpResponse:
        request.interview = find_interview(token)
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
            if wants_json(request):
                raise WrongStage(current=now_at)
            return redirect(stage_url(interview, now_at))

        return seated(checked)

    return decorate
