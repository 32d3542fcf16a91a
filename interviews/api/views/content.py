"""What a job asks: quiz questions, own questions, and the rubric with its drafts."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from django.db.models import Model, QuerySet
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from rest_framework.request import Request

from assessments.models import QuizQuestion
from assessments.services import quizzes
from assessments.services.quizzes import OptionText, QuestionText
from interviewer.api.operations import reads, writes
from interviewer.api.replies import Reply
from interviewer.errors import Conflict, NotFound
from interviewer.integrations.media import serve_private
from interviewer.web.fields import kind_by_name
from interviews.api.serializers import content as shapes
from interviews.api.serializers.jobs import MoveIn
from interviews.api.views.jobs import JobEndpoint
from interviews.models import Competency, InterviewQuestion, Rubric, RubricDraft
from interviews.rubric_library import LIBRARY, CompetencyText
from interviews.services import questions, rubric_drafts, rubrics


def one_of(rows: QuerySet, uid: uuid.UUID) -> Any:
    """A row of these; raises NotFound."""
    row = rows.filter(uid=uid).first()
    if row is None:
        raise NotFound
    return row


class QuizEndpoint(JobEndpoint):
    """Quiz questions of a job."""

    tag = "quiz"

    def rows(self) -> QuerySet:
        """In their order."""
        return QuizQuestion.objects.for_job(self.job).prefetch_related("options").order_by("order", "pk")

    def save(self, request: Request, row: QuizQuestion | None, data: dict[str, Any]) -> QuizQuestion:
        """Write a question with its options."""
        values = dict(data)
        options = [OptionText(**one) for one in values.pop("options")]
        made = self.changed(
            lambda: quizzes.save(
                actor=request.user, job=self.job, question=row, text=QuestionText(**values), options=options
            )
        )
        return one_of(self.rows(), made.uid)


class QuizQuestions(QuizEndpoint):
    """The quiz."""

    @reads("list-quiz-questions", shapes.QuizQuestionOut, many=True)
    def get(self, request: Request, uid: uuid.UUID) -> QuerySet:
        """Quiz questions in their order, with what is right"""
        return self.rows()

    @writes(
        "make-quiz-question", shapes.QuizQuestionIn, shapes.QuizQuestionOut, status=201, is_idempotent=True
    )
    def post(self, request: Request, data: dict[str, Any], uid: uuid.UUID) -> Reply:
        """Write a quiz question"""
        row = self.save(request, None, data)
        return Reply(row, at=reverse("v1:quiz_question", args=[uid, row.uid]))


class QuizQuestionDetail(QuizEndpoint):
    """One quiz question."""

    @reads("get-quiz-question", shapes.QuizQuestionOut)
    def get(self, request: Request, uid: uuid.UUID, question: uuid.UUID) -> QuizQuestion:
        """A quiz question"""
        return one_of(self.rows(), question)

    @writes("set-quiz-question", shapes.QuizQuestionIn, shapes.QuizQuestionOut)
    def put(self, request: Request, data: dict[str, Any], uid: uuid.UUID, question: uuid.UUID) -> Reply:
        """Write it anew; of a published job a successor with a new uid takes its place"""
        row = self.save(request, one_of(self.rows(), question), data)
        return Reply(row, at=reverse("v1:quiz_question", args=[uid, row.uid]))

    @writes("delete-quiz-question")
    def delete(self, request: Request, uid: uuid.UUID, question: uuid.UUID) -> None:
        """Take it out of the quiz"""
        row = one_of(self.rows(), question)
        self.changed(lambda: quizzes.delete(actor=request.user, question=row))


class QuizQuestionMove(QuizEndpoint):
    """The order of the quiz."""

    @writes("move-quiz-question", MoveIn)
    def post(self, request: Request, data: dict[str, Any], uid: uuid.UUID, question: uuid.UUID) -> None:
        """Move it up or down"""
        quizzes.move(question=one_of(self.rows(), question), up=data["direction"] == "up")


class QuizQuestionImage(QuizEndpoint):
    """A picture of the quiz."""

    @reads("get-quiz-image", file_type="image/*")
    def get(self, request: Request, uid: uuid.UUID, question: uuid.UUID) -> HttpResponseBase:
        """The picture of a question"""
        row = one_of(self.rows(), question)
        if not row.image:
            raise NotFound
        return serve_private(request, row.image, content_type=kind_by_name(row.image.name))


class OwnQuestionEndpoint(JobEndpoint):
    """A company's own questions."""

    tag = "own-questions"

    def rows(self) -> QuerySet:
        """In their order."""
        return InterviewQuestion.objects.for_job(self.job).order_by("order", "pk")

    def competency_keys(self) -> set[str]:
        """Those of the present rubric."""
        rubric = rubrics.current(self.job)
        return set(rubric.competencies.values_list("key", flat=True)) if rubric else set()

    def save(
        self, request: Request, row: InterviewQuestion | None, data: dict[str, Any]
    ) -> InterviewQuestion:
        """Write a question."""
        values = dict(data)
        text = values.pop("question")
        return self.changed(
            lambda: questions.save(actor=request.user, job=self.job, question=row, text=text, **values)
        )


class OwnQuestions(OwnQuestionEndpoint):
    """All of them."""

    @reads("list-own-questions", shapes.OwnQuestionOut, many=True)
    def get(self, request: Request, uid: uuid.UUID) -> QuerySet:
        """The company's own questions in their order"""
        return self.rows()

    @writes("make-own-question", shapes.OwnQuestionIn, shapes.OwnQuestionOut, status=201, is_idempotent=True)
    def post(self, request: Request, data: dict[str, Any], uid: uuid.UUID) -> Reply:
        """Write a question"""
        row = self.save(request, None, data)
        return Reply(row, at=reverse("v1:own_question", args=[uid, row.uid]))


class OwnQuestion(OwnQuestionEndpoint):
    """One of them."""

    @reads("get-own-question", shapes.OwnQuestionOut)
    def get(self, request: Request, uid: uuid.UUID, question: uuid.UUID) -> InterviewQuestion:
        """A question"""
        return one_of(self.rows(), question)

    @writes("set-own-question", shapes.OwnQuestionIn, shapes.OwnQuestionOut)
    def put(self, request: Request, data: dict[str, Any], uid: uuid.UUID, question: uuid.UUID) -> Reply:
        """Write it anew; of a published job a successor with a new uid takes its place"""
        row = self.save(request, one_of(self.rows(), question), data)
        return Reply(row, at=reverse("v1:own_question", args=[uid, row.uid]))

    @writes("delete-own-question")
    def delete(self, request: Request, uid: uuid.UUID, question: uuid.UUID) -> None:
        """Ask it no more"""
        row = one_of(self.rows(), question)
        self.changed(lambda: questions.delete(actor=request.user, question=row))


class OwnQuestionMove(OwnQuestionEndpoint):
    """Their order."""

    @writes("move-own-question", MoveIn)
    def post(self, request: Request, data: dict[str, Any], uid: uuid.UUID, question: uuid.UUID) -> None:
        """Move it up or down"""
        questions.move(question=one_of(self.rows(), question), up=data["direction"] == "up")


class RubricEndpoint(JobEndpoint):
    """The rubric of a job."""

    tag = "rubric"

    def present(self) -> Rubric:
        """The version that counts for new interviews, an empty one where there is none; needs no further query."""
        rows = self.job.rubrics.prefetch_related("competencies")
        return rows.first() or Rubric(job=self.job, version=0, updated_at=self.job.created_at)

    def find(self, key: str) -> Competency:
        """A competency of it; raises NotFound."""
        rubric = rubrics.current(self.job)
        row = rubric.competencies.filter(key=key).first() if rubric else None
        if row is None:
            raise NotFound
        return row

    def replace(self, is_meant: bool, change: Callable[[], Model]) -> Rubric:
        """Put other competencies in the place of those that are there, if that was meant."""
        rubric = rubrics.current(self.job)
        if rubric and rubric.competencies.exists() and not is_meant:
            raise Conflict(_("Confirm that the present competencies are replaced."))
        self.changed(change)
        return self.present()


class RubricDetail(RubricEndpoint):
    """All competencies."""

    @reads("get-rubric", shapes.RubricOut)
    def get(self, request: Request, uid: uuid.UUID) -> Rubric:
        """The rubric; version 0 is an empty one"""
        row = self.present()
        return row if row.pk else {"version": 0, "competencies": [], "updated_at": row.updated_at}  # type: ignore[return-value]


class RubricStart(RubricEndpoint):
    """Beginning with a ready rubric."""

    @writes("start-rubric", shapes.RubricStartIn, shapes.RubricOut)
    def post(self, request: Request, data: dict[str, Any], uid: uuid.UUID) -> Rubric:
        """Begin with a rubric of the library"""
        ready = LIBRARY[data["library"]]
        return self.replace(
            data["replace"], lambda: rubrics.start_from(actor=request.user, job=self.job, ready=ready)
        )


class Competencies(RubricEndpoint):
    """New competencies."""

    @writes("make-competency", shapes.CompetencyIn, shapes.CompetencyOut, status=201, is_idempotent=True)
    def post(self, request: Request, data: dict[str, Any], uid: uuid.UUID) -> Reply:
        """Write a competency"""
        row = _write(self, request, "", data)
        return Reply(row, at=reverse("v1:competency", args=[uid, row.key]))


def _write(view: RubricEndpoint, request: Request, key: str, data: dict[str, Any]) -> Competency:
    usual = {"description": "", "dimension": "technical", **data}
    text = CompetencyText(
        **{**usual, "anchors": tuple(data["anchors"]), "expected_points": tuple(data["expected_points"])}
    )
    return view.changed(lambda: rubrics.save_competency(actor=request.user, job=view.job, key=key, text=text))


class CompetencyDetail(RubricEndpoint):
    """One competency."""

    @reads("get-competency", shapes.CompetencyOut)
    def get(self, request: Request, uid: uuid.UUID, key: str) -> Competency:
        """A competency"""
        return self.find(key)

    @writes("set-competency", shapes.CompetencyIn, shapes.CompetencyOut, is_whole=True)
    def put(self, request: Request, data: dict[str, Any], uid: uuid.UUID, key: str) -> Competency:
        """Write it anew; a version that an interview uses is succeeded, not changed"""
        self.find(key)
        return _write(self, request, key, data)

    @writes("delete-competency")
    def delete(self, request: Request, uid: uuid.UUID, key: str) -> None:
        """Take it out of the rubric"""
        self.find(key)
        self.changed(lambda: rubrics.remove_competency(actor=request.user, job=self.job, key=key))


class CompetencyMove(RubricEndpoint):
    """The order of the rubric."""

    @writes("move-competency", MoveIn)
    def post(self, request: Request, data: dict[str, Any], uid: uuid.UUID, key: str) -> None:
        """Move it up or down"""
        self.find(key)
        rubrics.move_competency(job=self.job, key=key, up=data["direction"] == "up")


class RubricDraftDetail(RubricEndpoint):
    """A draft by an engine."""

    def draft(self) -> RubricDraft:
        """The one there is; raises NotFound."""
        row = RubricDraft.objects.filter(job=self.job).first()
        if row is None:
            raise NotFound(_("Nobody asked for a draft."))
        return row

    @reads("get-rubric-draft", shapes.RubricDraftOut)
    def get(self, request: Request, uid: uuid.UUID) -> RubricDraft:
        """Where the draft is"""
        return self.draft()

    @writes(
        "ask-for-rubric-draft",
        None,
        shapes.RubricDraftOut,
        status=202,
        budget="ai-drafts",
        is_idempotent=True,
    )
    def post(self, request: Request, uid: uuid.UUID) -> Reply:
        """Ask an engine for a draft; look at Location until it is ready"""
        draft = rubric_drafts.ask(actor=request.user, job=self.job)
        return Reply(draft, at=reverse("v1:rubric_draft", args=[uid]))

    @writes("discard-rubric-draft")
    def delete(self, request: Request, uid: uuid.UUID) -> None:
        """Throw the draft away"""
        rubric_drafts.discard(job=self.job)


class RubricDraftUse(RubricEndpoint):
    """Taking a draft over."""

    @writes("use-rubric-draft", shapes.DraftUseIn, shapes.RubricOut)
    def post(self, request: Request, data: dict[str, Any], uid: uuid.UUID) -> Rubric:
        """Take the draft over, to be edited"""
        return self.replace(data["replace"], lambda: rubric_drafts.use(actor=request.user, job=self.job))
