"""The quiz: one question at a time, saved as it is chosen; a review; and handing in."""

from __future__ import annotations

import uuid
from collections import Counter

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from assessments.quiz_input import read_answer, where_to
from interviewer.errors import Invalid, NotFound, TooLate
from interviewer.integrations.media import serve_private
from interviewer.integrations.media_types import image_type_of
from interviewer.web.answers import wants_json
from interviews.access import CandidateRequest, at_stage, stage_url
from interviews.enums import Stage
from interviews.services import quiz, stages
from interviews.services.quiz import ShownQuestion
from interviews.views.candidate.frame import frame


@require_http_methods(["GET", "HEAD", "POST"])
@at_stage(Stage.QUIZ)
def page(request: CandidateRequest) -> HttpResponse:
    """Before the start what awaits; then one question, the one that `q` names."""
    interview = request.interview
    if request.method == "POST":
        quiz.begin(interview=interview)
        return redirect("interviews:quiz", interview.link_token)
    if not quiz.has_begun(interview):
        return _start_page(request)
    number = request.GET.get("q", "1")
    place = int(number) if number.isascii() and number.isdecimal() and len(number) < 5 else 1
    shown = _questions(request)
    if not shown:
        return _leave(request)
    question = shown[min(max(1, place), len(shown)) - 1]
    if request.method == "GET" and quiz.has_own_clocks(interview) and question.deadline_at is None:
        quiz.open_question(interview=interview, question_uid=question.uid)
        question = _questions(request)[question.number - 1]
    return _question_page(request, question, shown)


def _start_page(request: CandidateRequest) -> HttpResponse:
    interview = request.interview
    outline = quiz.outline(interview=interview)
    if not outline.count:
        quiz.begin(interview=interview)
        return _leave(request)
    minutes = max(1, round(outline.limit.total_seconds() / 60))
    context = {"outline": outline, "minutes": minutes, **frame(interview, Stage.QUIZ)}
    return render(request, "candidate/quiz_start.html", context)


def _question_page(
    request: CandidateRequest, question: ShownQuestion, shown: list[ShownQuestion]
) -> HttpResponse:
    previous = shown[question.number - 2] if question.number > 1 else None
    context = {
        "question": question,
        "begins_section": previous is None or previous.section != question.section,
        "sections": Counter(one.section for one in shown),
        **_clock(request, question.deadline_at, question.is_over),
        **_map(shown),
        **frame(request.interview, Stage.QUIZ),
    }
    return render(request, "candidate/quiz.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@at_stage(Stage.QUIZ)
def answer(request: CandidateRequest, question: uuid.UUID) -> HttpResponse:
    """Save what is chosen for one question: by script as it is chosen, or with the button that leads on."""
    interview = request.interview
    if request.method != "POST":  # the address of a form that was reloaded
        return redirect("interviews:quiz", interview.link_token)
    shown = _questions(request)
    number = next((one.number for one in shown if one.uid == question), 0)
    if not number:
        raise NotFound
    try:
        sent = read_answer(request.POST, uuid.UUID)
        quiz.choose(
            interview=interview, question_uid=question, option_uids=sent.options, is_marked=sent.is_marked
        )
    except (Invalid, TooLate) as problem:
        if wants_json(request):
            raise
        messages.warning(request, problem.message)
    if wants_json(request):
        return JsonResponse({"saved": True})
    place = where_to(request.POST, number=number, count=len(shown))
    return redirect(_url(request, place) if place else reverse("interviews:quiz_review", args=_key(request)))


@require_safe
@at_stage(Stage.QUIZ)
def review(request: CandidateRequest) -> HttpResponse:
    """What is answered, open and marked, before handing in."""
    if not quiz.has_begun(request.interview):
        return redirect("interviews:quiz", request.interview.link_token)
    shown = _questions(request)
    context = {
        "open": [one for one in shown if not one.is_answered],
        "marked": [one for one in shown if one.is_marked],
        "has_own_clocks": quiz.has_own_clocks(request.interview),
        **_clock(request, None, False),
        **_map(shown),
        **frame(request.interview, Stage.QUIZ),
    }
    return render(request, "candidate/quiz_review.html", context)


@require_POST
@at_stage(Stage.QUIZ)
def hand_in(request: CandidateRequest) -> HttpResponse:
    """End the quiz; there is no way back."""
    if not quiz.has_begun(request.interview):
        return redirect("interviews:quiz", request.interview.link_token)
    return _leave(request)


@require_safe
@at_stage(Stage.QUIZ)
def image(request: CandidateRequest, question: uuid.UUID) -> HttpResponseBase:
    """The picture that belongs to a question."""
    file = quiz.image_of(interview=request.interview, question_uid=question)
    return serve_private(request, file, content_type=image_type_of)


def _leave(request: CandidateRequest) -> HttpResponse:
    quiz.hand_in(interview=request.interview)
    return redirect(stage_url(request.interview, stages.current(request.interview)))


def _questions(request: CandidateRequest) -> list[ShownQuestion]:
    return quiz.questions(interview=request.interview, attempt=quiz.begin(interview=request.interview))


def _clock(request: CandidateRequest, own: object, is_over: bool) -> dict[str, object]:
    """The clock to show: the question's own while it runs, else the quiz's."""
    attempt = quiz.begin(interview=request.interview)
    deadline = own if own and not is_over else attempt.deadline_at
    return {"deadline_at": deadline, "now": timezone.now()}


def _map(shown: list[ShownQuestion]) -> dict[str, object]:
    return {"questions": shown, "count": len(shown), "answered": sum(one.is_answered for one in shown)}


def _key(request: CandidateRequest) -> list[str]:
    return [request.interview.link_token]


def _url(request: CandidateRequest, place: int) -> str:
    return f"{reverse('interviews:quiz', args=_key(request))}?q={place}"
