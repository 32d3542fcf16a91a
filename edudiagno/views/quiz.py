"""The quiz of an attempt: one question at a time, saved as it is chosen; an overview; and handing the section in."""

from __future__ import annotations

import uuid
from collections import Counter

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from assessments.quiz_input import read_answer, where_to
from assessments.shown import ShownQuestion
from edudiagno.enums import Section
from edudiagno.models import EduDiagnoAttempt
from edudiagno.services import attempts, mcq
from edudiagno.views.frame import at_attempt, frame
from interviewer.errors import Invalid, NotFound
from interviewer.integrations.media import serve_private
from interviewer.integrations.media_types import image_type_of
from interviewer.web.answers import wants_json
from seekers.access import SeekerRequest


def _opened(request: SeekerRequest, uid: uuid.UUID) -> tuple[EduDiagnoAttempt, list[ShownQuestion]]:
    attempt = attempts.open_section(seeker=request.seeker, uid=uid, section=Section.MCQ)
    return attempt, mcq.shown(attempt=attempt)


def _context(attempt: EduDiagnoAttempt, shown: list[ShownQuestion]) -> dict[str, object]:
    answered = sum(one.is_answered for one in shown)
    return {"questions": shown, "count": len(shown), "answered": answered, **frame(attempt, Section.MCQ)}


@require_safe
@at_attempt
def page(request: SeekerRequest, uid: uuid.UUID) -> HttpResponse:
    """One question."""
    attempt, shown = _opened(request, uid)
    place = where_to({"go": request.GET.get("q", "1")}, number=1, count=len(shown)) or 1
    question = shown[place - 1]
    mcq.note_shown(attempt=attempt, question_uid=question.uid)
    previous = shown[place - 2] if place > 1 else None
    context = {
        "question": question,
        "begins_section": previous is None or previous.section != question.section,
        "sections": Counter(one.section for one in shown),
        **_context(attempt, shown),
    }
    return render(request, "candidate/quiz.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@at_attempt
def answer(request: SeekerRequest, uid: uuid.UUID, question: uuid.UUID) -> HttpResponse:
    """Save what is chosen for one question: by script as it is chosen, or with the button that leads on."""
    attempts.require(seeker=request.seeker, uid=uid, section=Section.MCQ)
    if request.method != "POST":  # the address of a form that was reloaded
        return redirect("edudiagno:quiz", uid)
    try:
        sent = read_answer(request.POST, int)
        mcq.choose(
            seeker=request.seeker,
            uid=uid,
            question_uid=question,
            options=sent.options,
            is_marked=sent.is_marked,
        )
    except Invalid as problem:
        if wants_json(request):
            raise
        messages.warning(request, problem.message)
    if wants_json(request):
        return JsonResponse({"saved": True})
    return _onward(request, uid, question)


def _onward(request: SeekerRequest, uid: uuid.UUID, question: uuid.UUID) -> HttpResponse:
    """To the question that the button named."""
    _attempt, shown = _opened(request, uid)
    number = next((one.number for one in shown if one.uid == question), 1)
    place = where_to(request.POST, number=number, count=len(shown))
    if not place:
        return redirect("edudiagno:quiz_review", uid)
    return redirect(f"{reverse('edudiagno:quiz', args=[uid])}?q={place}")


@require_safe
@at_attempt
def review(request: SeekerRequest, uid: uuid.UUID) -> HttpResponse:
    """What is answered, open and marked, before handing the section in."""
    attempt, shown = _opened(request, uid)
    context = {
        "open": [one for one in shown if not one.is_answered],
        "marked": [one for one in shown if one.is_marked],
        **_context(attempt, shown),
    }
    return render(request, "candidate/quiz_review.html", context)


@require_POST
@at_attempt
def hand_in(request: SeekerRequest, uid: uuid.UUID) -> HttpResponse:
    """End the section; there is no way back into it."""
    attempts.close_section(seeker=request.seeker, uid=uid, section=Section.MCQ)
    return redirect("edudiagno:attempt", uid)


@require_safe
@at_attempt
def image(request: SeekerRequest, uid: uuid.UUID, question: uuid.UUID) -> HttpResponseBase:
    """The picture that belongs to a question."""
    attempt = attempts.require(seeker=request.seeker, uid=uid, section=Section.MCQ)
    row = attempt.mcq_responses.select_related("question").filter(question__uid=question).first()
    if row is None or not row.question.image:
        raise NotFound
    file = row.question.image
    return serve_private(request, file, content_type=image_type_of)
