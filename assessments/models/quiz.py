"""The quiz of a job: questions, options, and what a candidate chose."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from assessments.models.bases import AbstractQuizQuestion
from companies.models import AiInterviewedJob, Company
from interviewer.db.models import PublicModel, SoftDeletedModel, SoftDeletedQuerySet, TimedModel


class QuestionQuerySet(SoftDeletedQuerySet):
    """Questions of jobs, reached through the company or the job."""

    def for_company(self, company: Company) -> models.QuerySet:
        """Questions of one company's jobs."""
        return self.alive().filter(job__company=company, job__deleted_at=None)

    def for_job(self, job: AiInterviewedJob) -> models.QuerySet:
        """Questions of one job."""
        return self.alive().filter(job=job)


class QuizQuestion(AbstractQuizQuestion, PublicModel, SoftDeletedModel):
    """A quiz question of one job."""

    job = models.ForeignKey(AiInterviewedJob, models.CASCADE, related_name="quiz_questions")

    objects = QuestionQuerySet.as_manager()

    class Meta(AbstractQuizQuestion.Meta):
        verbose_name = _("quiz question")
        verbose_name_plural = _("quiz questions")
        indexes = [models.Index(fields=["job", "order"])]


class QuizOption(PublicModel):
    """One option of a question. `is_correct` never reaches a candidate's browser."""

    question = models.ForeignKey(QuizQuestion, models.CASCADE, related_name="options")
    label = models.CharField(_("option"), max_length=500)
    is_correct = models.BooleanField(_("right"), default=False)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        ordering = ["order", "id"]
        verbose_name = _("quiz option")
        verbose_name_plural = _("quiz options")

    def __str__(self) -> str:
        return self.label[:80]


class QuizResponse(TimedModel):
    """An option that a candidate chose; a question with several right answers may have several rows.
    A row without an option says that the question was opened and left open (its clock started)."""

    interview = models.ForeignKey("interviews.Interview", models.CASCADE, related_name="quiz_responses")
    question = models.ForeignKey(QuizQuestion, models.PROTECT, related_name="responses")
    option = models.ForeignKey(QuizOption, models.PROTECT, null=True, blank=True, related_name="responses")

    class Meta:
        verbose_name = _("quiz response")
        verbose_name_plural = _("quiz responses")
        constraints = [
            models.UniqueConstraint(
                fields=["interview", "question", "option"], name="quiz_option_chosen_once"
            ),
            models.UniqueConstraint(
                fields=["interview", "question"], condition=Q(option=None), name="quiz_opened_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.interview_id}: {self.question_id}"
