"""The candidate's quiz."""

from __future__ import annotations

import uuid
from typing import Any

from django.http.response import HttpResponseBase
from rest_framework.request import Request

from interviewer.api.operations import reads, writes
from interviewer.errors import NotFound
from interviewer.integrations.media import serve_private
from interviewer.integrations.media_types import image_type_of
from interviews.api.seats import SittingEndpoint
from interviews.api.serializers import rooms as shapes
from interviews.api.serializers.sittings import SittingOut
from interviews.api.views.sittings import state_of
from interviews.enums import Stage
from interviews.services import quiz


class QuizEndpoint(SittingEndpoint):
    """The quiz of this candidate."""

    tag = "candidate-quiz"
    stage = Stage.QUIZ

    def told(self) -> dict[str, Any]:
        """The outline, and once it was begun the questions."""
        outline, has_begun = quiz.outline(interview=self.interview), quiz.has_begun(self.interview)
        attempt = quiz.begin(interview=self.interview) if has_begun else None
        shown = quiz.questions(interview=self.interview, attempt=attempt) if attempt else []
        return {
            "has_begun": has_begun,
            "count": len(shown) if attempt else outline.count,
            "has_own_clocks": outline.is_per_question,
            "limit_seconds": int(outline.limit.total_seconds()),
            "deadline_at": attempt.deadline_at if attempt else None,
            "questions": shown,
        }

    def question(self, uid: uuid.UUID) -> quiz.ShownQuestion:
        """One question as it is now; raises NotFound."""
        found = next((one for one in self.told()["questions"] if one.uid == uid), None)
        if found is None:
            raise NotFound
        return found


class Quiz(QuizEndpoint):
    """All of it."""

    @reads("get-quiz", shapes.QuizOut)
    def get(self, request: Request, uid: uuid.UUID) -> dict[str, Any]:
        """How much there is; once begun, the questions with what is chosen"""
        return self.told()

    @writes("begin-quiz", None, shapes.QuizOut)
    def post(self, request: Request, uid: uuid.UUID) -> dict[str, Any]:
        """Begin: the clock runs from now. Beginning again changes nothing"""
        quiz.begin(interview=self.interview)
        return self.told()


class QuizAnswer(QuizEndpoint):
    """An answer."""

    @reads("get-quiz-answer", shapes.SittingQuestionOut)
    def get(self, request: Request, uid: uuid.UUID, question: uuid.UUID) -> object:
        """A question with what is chosen"""
        return self.question(question)

    @writes("set-quiz-answer", shapes.AnswerIn, shapes.SittingQuestionOut, is_whole=True)
    def put(self, request: Request, data: dict[str, Any], uid: uuid.UUID, question: uuid.UUID) -> object:
        """Save what is chosen; none chosen takes an answer back"""
        self.question(question)
        quiz.choose(
            interview=self.interview,
            question_uid=question,
            option_uids=data.get("options"),
            is_marked=data.get("is_marked"),
        )
        return self.question(question)


class QuizOpen(QuizEndpoint):
    """A question's own clock."""

    @writes("open-quiz-question", None, shapes.SittingQuestionOut)
    def post(self, request: Request, uid: uuid.UUID, question: uuid.UUID) -> object:
        """Open a question: its own clock runs from now, where questions have one"""
        self.question(question)
        quiz.open_question(interview=self.interview, question_uid=question)
        return self.question(question)


class QuizImage(QuizEndpoint):
    """A picture."""

    @reads("get-quiz-picture", file_type="image/*")
    def get(self, request: Request, uid: uuid.UUID, question: uuid.UUID) -> HttpResponseBase:
        """The picture of a question"""
        file = quiz.image_of(interview=self.interview, question_uid=question)
        return serve_private(request, file, content_type=image_type_of)


class QuizHandIn(QuizEndpoint):
    """The end of the quiz."""

    @writes("hand-quiz-in", None, SittingOut)
    def post(self, request: Request, uid: uuid.UUID) -> dict[str, Any]:
        """Hand the quiz in; there is no way back"""
        quiz.begin(interview=self.interview)
        quiz.hand_in(interview=self.interview)
        return state_of(self.fresh(uid, request.auth), is_proven=True)
