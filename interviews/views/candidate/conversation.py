"""The conversation: one page, drawn anew from the server's state after every step."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.core.files.storage import default_storage
from django.http import HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from interviewer.errors import Conflict, DomainError, Invalid, NotAllowed, NotFound, WrongStage
from interviewer.integrations.media import serve_private
from interviewer.integrations.media_types import sound_type_of
from interviewer.integrations.speech import get_speech
from interviews import spoken
from interviews.access import CandidateRequest, at_stage, seated, stage_url
from interviews.enums import Stage, TurnStatus
from interviews.forms.conversation import AskForm, DraftForm, SoundForm, TurnForm
from interviews.models import InterviewQuestionAndResponse
from interviews.queries import saying
from interviews.services import (
    candidate_questions,
    clarifying,
    conversation,
    devices,
    moments,
    planning,
    stages,
    turn_steps,
    voices,
)
from interviews.services.moments import Kind, Moment
from interviews.views.candidate.frame import frame

#: What the page's script sends to get the part that changes instead of the whole page.
PART = "X-Part"


@require_http_methods(["GET", "HEAD", "POST"])
@at_stage(Stage.CONVERSATION)
def page(request: CandidateRequest) -> HttpResponse:
    """Where the conversation is now; a POST takes one step and comes back here."""
    interview = request.interview
    stages.enter(interview=interview, stage=Stage.CONVERSATION)
    planning.ensure(interview=interview)
    if request.method == "POST":
        return _step(request)
    moment = conversation.settle(interview=interview)
    if moment.kind == Kind.FINISHED:
        messages.success(request, _closing(request))
        return redirect(stage_url(interview, stages.current(interview)))
    return _draw(request, moment)


@require_safe
@seated
def now(request: CandidateRequest) -> HttpResponse:
    """The part of the page that changes; after the last answer, the goodbye."""
    interview = request.interview
    if Stage.CONVERSATION not in stages.finished(interview):
        if stages.current(interview) != Stage.CONVERSATION:
            raise WrongStage(current=stages.current(interview))
        moment = conversation.settle(interview=interview)
        if moment.kind != Kind.FINISHED:
            return _draw(request, moment)
    context = {"closing": _closing(request), "next_url": stage_url(interview, stages.current(interview))}
    return render(request, "candidate/conversation/_closing.html", context)


@require_safe
@seated
def state(request: CandidateRequest) -> JsonResponse:
    """Whether the page has to be drawn anew, for its script to ask often."""
    interview = request.interview
    if stages.current(interview) == Stage.CONVERSATION:
        moment = conversation.settle(interview=interview)
        return JsonResponse({"version": moment.version, "kind": moment.kind})
    return JsonResponse({"version": Kind.FINISHED, "kind": Kind.FINISHED})


@require_POST
@at_stage(Stage.CONVERSATION)
def draft(request: CandidateRequest, turn: uuid.UUID) -> JsonResponse:
    """Keep the words written so far."""
    form = DraftForm(request.POST)
    if not form.is_valid():
        raise Invalid(_("An answer may have 10,000 characters."))
    conversation.save_draft(interview=request.interview, uid=turn, text=form.cleaned_data["text"])
    return JsonResponse({"saved": True})


@require_POST
@at_stage(Stage.CONVERSATION)
def ask(request: CandidateRequest) -> HttpResponse:
    """The candidate's question about the job, or that there are no more."""
    interview = request.interview
    form = AskForm(request.POST)
    if not form.is_valid():
        return _refused(request, Invalid(_("A question may have 1,000 characters.")))
    try:
        if form.cleaned_data["do"] == "ask":
            candidate_questions.ask(interview=interview, text=form.cleaned_data["text"])
        else:
            candidate_questions.enough(interview=interview)
    except Invalid as problem:
        return _refused(request, problem)
    except (Conflict, NotAllowed) as problem:
        messages.warning(request, problem.message)
    return _back(request)


@require_POST
@at_stage(Stage.CONVERSATION)
def sound(request: CandidateRequest, turn: uuid.UUID) -> JsonResponse:
    """The first sound of a question was heard after so long."""
    form = SoundForm(request.POST)
    if not form.is_valid():
        raise Invalid(_("This was not understood."))
    waited = form.cleaned_data["milliseconds"]
    return JsonResponse({"kept": voices.heard(interview=request.interview, uid=turn, milliseconds=waited)})


@require_safe
@seated
def voice(request: CandidateRequest, turn: uuid.UUID) -> HttpResponseBase:
    """The sound of a question that was asked; those to come stay unknown."""
    row = conversation.find_turn(interview=request.interview, uid=turn)
    name = voices.file_name(row)
    if row.status == TurnStatus.PLANNED or not default_storage.exists(name):
        raise NotFound
    return serve_private(request, default_storage.open(name), content_type=sound_type_of)


def _step(request: CandidateRequest) -> HttpResponse:
    form = TurnForm(request.POST)
    if not form.is_valid():
        message = form.errors.get("text", [_("Please try that again.")])[0]
        return _refused(request, Invalid(message))
    sent = form.cleaned_data
    try:
        turn_steps.take(interview=request.interview, uid=sent["turn"], step=sent["do"], text=sent["text"])
    except Invalid as problem:
        return _refused(request, problem)
    except (Conflict, NotAllowed) as problem:  # the clock or another tab was first: show how things are
        messages.warning(request, problem.message)
    # Typing needs a page without microphone and camera: it is loaded anew.
    return _back(request, whole=sent["do"] == "type")


def _back(request: CandidateRequest, *, whole: bool = False) -> HttpResponse:
    name = "conversation_now" if request.headers.get(PART) and not whole else "conversation"
    return redirect(f"interviews:{name}", request.interview.link_token)


def _refused(request: CandidateRequest, problem: DomainError) -> HttpResponse:
    """The same moment again with what was written and what is wrong with it."""
    moment = moments.read(request.interview)
    return _draw(
        request, moment, error=problem.message, written=request.POST.get("text", "")[:20_000], status=422
    )


def _draw(request: CandidateRequest, moment: Moment, *, status: int = 200, **extra: object) -> HttpResponse:
    interview = request.interview
    plan = stages.plan_of(interview)
    turn = moment.turn
    context = {
        "moment": moment,
        "turn": turn,
        "plan": plan,
        "now": timezone.now(),
        "is_typed": interview.text_only,
        "may_type": conversation.may_type(interview),
        "has_camera": devices.has_camera(interview),
        "can_hear": get_speech().capabilities.transcribes,
        "minutes": max(1, round(conversation.answer_time(interview).total_seconds() / 60)),
        "answer_seconds": int(conversation.answer_time(interview).total_seconds()),
        **(_about(turn) if turn else {}),
        **saying.words(interview, moment),
        "is_part": bool(request.headers.get(PART)),
        **extra,
    }
    if context["is_part"]:
        return render(request, "candidate/conversation/_moment.html", context, status=status)
    context |= frame(interview, Stage.CONVERSATION)
    return render(request, "candidate/conversation.html", context, status=status)


def _about(turn: InterviewQuestionAndResponse) -> dict[str, bool]:
    """What may be done with a question now."""
    return {
        "may_rerecord": conversation.may_rerecord(turn),
        "may_restart": clarifying.may_restart(turn),
        "has_voice": turn.status != TurnStatus.PLANNED and voices.is_ready(turn),
    }


def _closing(request: CandidateRequest) -> str:
    language = stages.plan_of(request.interview).interview_language
    return spoken.closing(language=language, first_name=request.interview.first_name)
