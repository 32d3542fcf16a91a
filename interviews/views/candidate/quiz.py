"""The quiz: one page a question, a map of all, every choice saved as it is made."""

from __future__ import annotations

import mimetypes
import uuid

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from assessments.models import QuizQuestion
from interviewer.errors import Invalid, NotFound
from interviewer.integrations.media import serve_private
from interviewer.web.answers import wants_json
from interviews.access import CandidateRequest, at_stage, stage_url
from interviews.enums import Stage
from interviews.services import quiz, stages
from interviews.views.candidate.frame import frame


def _number(text: str, highest: int) -> int:
    return min(max(int(text), 1), highest) if text.isdecimal() else 1


@require_safe
@at_stage(Stage.QUIZ)
def page(request: CandidateRequest) -> HttpResponse:
    """One question with the map of all; `?q=` names it, `?q=review` shows the end."""
    interview = request.interview
    attempt = quiz.begin(interview=interview)
    shown = quiz.questions(interview=interview, attempt=attempt)
    if not shown:
        quiz.hand_in(interview=interview)
        return redirect(stage_url(interview, stages.current(interview)))
    asked = request.GET.get("q", "1")
    is_review = asked == "review"
    current = shown[_number(asked, len(shown)) - 1]
    if not is_review and quiz.has_own_clocks(interview) and current.deadline_at is None:
        quiz.open_question(interview=interview, question_uid=current.uid)
        attempt = quiz.begin(interview=interview)
        shown = quiz.questions(interview=interview, attempt=attempt)
        current = shown[current.number - 1]
    return render(request, "candidate/quiz.html", _context(request, attempt, shown, current, is_review))


def _context(
    request: CandidateRequest, attempt: object, shown: list, current: quiz.ShownQuestion, is_review: bool
) -> dict[str, object]:
    return {
        "attempt": attempt,
        "questions": shown,
        "question": current,
        "is_review": is_review,
        "is_last": current.number == len(shown),
        "open_questions": [question for question in shown if not question.is_answered],
        "marked_questions": [question for question in shown if question.is_marked],
        "deadline": attempt.deadline_at or (None if is_review else current.deadline_at),
        "now": timezone.now(),
        **frame(request.interview, Stage.QUIZ),
    }


@require_POST
@at_stage(Stage.QUIZ)
def answer(request: CandidateRequest, question: uuid.UUID) -> HttpResponse:
    """Save a choice. A script gets JSON, a plain form goes where its button says."""
    try:
        options = [uuid.UUID(value) for value in request.POST.getlist("option")]
    except ValueError as problem:
        raise Invalid(_("That option does not belong to this question. Please reload the page.")) from problem
    marked = request.POST.get("marked") == "yes" if "marks" in request.POST else None
    quiz.choose(interview=request.interview, question_uid=question, option_uids=options, is_marked=marked)
    if wants_json(request):
        return JsonResponse({"saved_at": timezone.now().isoformat()})
    target = request.POST.get("go", "1")
    target = target if target.isdecimal() else "review"
    return redirect(f"{reverse('interviews:quiz', args=[request.interview.link_token])}?q={target}")


@require_safe
@at_stage(Stage.QUIZ)
def image(request: CandidateRequest, question: uuid.UUID) -> HttpResponse:
    """The image of a question of this quiz."""
    row = QuizQuestion.objects.for_job(request.interview.job).filter(uid=question).exclude(image="").first()
    if row is None:
        raise NotFound
    kind = mimetypes.guess_type(row.image.name)[0] or "application/octet-stream"
    return serve_private(request, row.image, content_type=kind)


@require_POST
@at_stage(Stage.QUIZ)
def finish(request: CandidateRequest) -> HttpResponse:
    """Hand the quiz in."""
    quiz.hand_in(interview=request.interview)
    return redirect(stage_url(request.interview, stages.current(request.interview)))
