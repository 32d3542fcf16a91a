"""Coding problems of jobs and of the pool, and where a candidate stands with each."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from assessments.enums import Verdict
from assessments.models.bases import (
    AbstractProblem,
    AbstractProblemImage,
    AbstractReferenceSolution,
    AbstractTestCase,
)
from assessments.models.programs import AbstractCodeDraft, AbstractDSAResponse
from assessments.models.quiz import QuestionQuerySet
from companies.models import AiInterviewedJob
from interviewer.db.models import PublicModel, SoftDeletedModel, SoftDeletedQuerySet


class DSAPoolQuestion(AbstractProblem, PublicModel, SoftDeletedModel):
    """A problem of the platform's pool, to be copied into jobs and tests."""

    topic = models.CharField(_("topic"), max_length=60, db_index=True)
    slug = models.SlugField(_("short name"), max_length=80, unique=True)
    content_hash = models.CharField(
        _("version"),
        max_length=64,
        blank=True,
        default="",
        editable=False,
        help_text=_("Of a problem that came with the product; empty for one of your own."),
    )

    objects = SoftDeletedQuerySet.as_manager()

    class Meta(AbstractProblem.Meta):
        verbose_name = _("pool problem")
        verbose_name_plural = _("pool problems")


class DSAPoolTestCase(AbstractTestCase):
    """A case of a pool problem."""

    question = models.ForeignKey(DSAPoolQuestion, models.CASCADE, related_name="cases")

    class Meta(AbstractTestCase.Meta):
        verbose_name = _("pool test case")
        verbose_name_plural = _("pool test cases")


class DSAPoolReferenceSolution(AbstractReferenceSolution):
    """A reference solution of a pool problem."""

    question = models.ForeignKey(DSAPoolQuestion, models.CASCADE, related_name="references")

    class Meta(AbstractReferenceSolution.Meta):
        verbose_name = _("reference solution of a pool problem")
        verbose_name_plural = _("reference solutions of pool problems")


class DSAPoolImage(AbstractProblemImage):
    """A picture in the statement of a pool problem."""

    question = models.ForeignKey(DSAPoolQuestion, models.CASCADE, related_name="images")

    class Meta(AbstractProblemImage.Meta):
        verbose_name = _("picture of a pool problem")
        verbose_name_plural = _("pictures of pool problems")
        constraints = [
            models.UniqueConstraint(fields=["question", "name"], name="one_picture_per_dsapool_name")
        ]


class DSAQuestion(AbstractProblem, PublicModel, SoftDeletedModel):
    """A coding problem of one job."""

    job = models.ForeignKey(AiInterviewedJob, models.CASCADE, related_name="dsa_questions")
    copied_from = models.ForeignKey(
        DSAPoolQuestion, models.SET_NULL, null=True, blank=True, related_name="copies"
    )

    objects = QuestionQuerySet.as_manager()

    class Meta(AbstractProblem.Meta):
        verbose_name = _("coding problem")
        verbose_name_plural = _("coding problems")
        indexes = [models.Index(fields=["job", "order"])]


class DSATestCase(AbstractTestCase):
    """A case of a job's problem."""

    question = models.ForeignKey(DSAQuestion, models.CASCADE, related_name="cases")

    class Meta(AbstractTestCase.Meta):
        verbose_name = _("test case")
        verbose_name_plural = _("test cases")


class DSAReferenceSolution(AbstractReferenceSolution):
    """A reference solution of a job problem."""

    question = models.ForeignKey(DSAQuestion, models.CASCADE, related_name="references")

    class Meta(AbstractReferenceSolution.Meta):
        verbose_name = _("reference solution of a job problem")
        verbose_name_plural = _("reference solutions of job problems")


class DSAImage(AbstractProblemImage):
    """A picture in the statement of a job problem."""

    question = models.ForeignKey(DSAQuestion, models.CASCADE, related_name="images")

    class Meta(AbstractProblemImage.Meta):
        verbose_name = _("picture of a job problem")
        verbose_name_plural = _("pictures of job problems")
        constraints = [models.UniqueConstraint(fields=["question", "name"], name="one_picture_per_dsa_name")]


class CodeDraft(AbstractCodeDraft):
    """What a candidate has typed so far for a problem, kept for each language."""

    interview = models.ForeignKey("interviews.Interview", models.CASCADE, related_name="code_drafts")
    question = models.ForeignKey(DSAQuestion, models.CASCADE, related_name="drafts")

    class Meta:
        verbose_name = _("code draft")
        verbose_name_plural = _("code drafts")
        constraints = [
            models.UniqueConstraint(
                fields=["interview", "question", "language"], name="one_draft_per_language"
            )
        ]

    @property
    def sitting(self) -> models.Model:
        """The interview."""
        return self.interview


class DSAResponse(AbstractDSAResponse):
    """Where a candidate stands with a problem: the best of their submissions."""

    interview = models.ForeignKey("interviews.Interview", models.CASCADE, related_name="dsa_responses")
    question = models.ForeignKey(DSAQuestion, models.PROTECT, related_name="responses")
    submission = models.ForeignKey(
        "assessments.Submission", models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("coding response")
        verbose_name_plural = _("coding responses")
        constraints = [
            models.UniqueConstraint(fields=["interview", "question"], name="one_response_per_problem")
        ]


class DSATestCaseResponse(models.Model):
    """The verdict of a response's best submission on one case."""

    response = models.ForeignKey(DSAResponse, models.CASCADE, related_name="case_responses")
    test_case = models.ForeignKey(DSATestCase, models.CASCADE, related_name="responses")
    status = models.CharField(_("verdict"), max_length=3, choices=Verdict)

    class Meta:
        verbose_name = _("coding case response")
        verbose_name_plural = _("coding case responses")
        constraints = [models.UniqueConstraint(fields=["response", "test_case"], name="one_verdict_per_case")]

    def __str__(self) -> str:
        return f"{self.test_case_id}: {self.status}"
