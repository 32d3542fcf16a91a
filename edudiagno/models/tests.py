"""A skill test and its three kinds of question."""

from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from assessments.models.bases import AbstractProblem, AbstractQuizQuestion, AbstractTestCase
from edudiagno.enums import Level, TestStatus
from interviewer.db.models import PublicModel, SoftDeletedModel, SoftDeletedQuerySet


class EduDiagnoTest(PublicModel, SoftDeletedModel):
    """A platform-wide skill test that staff write and job seekers take."""

    title = models.CharField(_("title"), max_length=150)
    slug = models.SlugField(_("short name"), max_length=80, unique=True)
    description = models.TextField(_("description"), blank=True, max_length=5_000)
    field = models.CharField(_("field"), max_length=80, db_index=True)
    level = models.CharField(_("level"), max_length=12, choices=Level, default=Level.BEGINNER)
    status = models.CharField(_("status"), max_length=9, choices=TestStatus, default=TestStatus.DRAFT)
    minutes = models.PositiveSmallIntegerField(
        _("minutes"), default=60, validators=[MinValueValidator(5), MaxValueValidator(480)]
    )
    pass_mark = models.PositiveSmallIntegerField(
        _("pass mark (%)"), default=60, validators=[MaxValueValidator(100)]
    )
    max_attempts = models.PositiveSmallIntegerField(
        _("attempts"), default=3, validators=[MinValueValidator(1)]
    )
    cool_down_days = models.PositiveSmallIntegerField(_("days between attempts"), default=7)
    mcq_weight = models.PositiveSmallIntegerField(_("weight of the quiz"), default=40)
    coding_weight = models.PositiveSmallIntegerField(_("weight of coding"), default=40)
    video_weight = models.PositiveSmallIntegerField(_("weight of the video questions"), default=20)
    published_at = models.DateTimeField(_("published at"), null=True, blank=True, editable=False)

    objects = SoftDeletedQuerySet.as_manager()

    class Meta:
        ordering = ["title"]
        verbose_name = _("EduDiagno test")
        verbose_name_plural = _("EduDiagno tests")

    def __str__(self) -> str:
        return self.title


class EduDiagnoMCQQuestion(AbstractQuizQuestion):
    """A quiz question of a test; `options` is a list of {"label", "is_correct"}."""

    test = models.ForeignKey(EduDiagnoTest, models.CASCADE, related_name="mcq_questions")
    image = models.FileField(_("image"), upload_to="edudiagno/images", blank=True)
    options = models.JSONField(_("options"), default=list)

    class Meta(AbstractQuizQuestion.Meta):
        verbose_name = _("quiz question of a test")
        verbose_name_plural = _("quiz questions of tests")


class EduDiagnoDSAQuestion(AbstractProblem):
    """A coding problem of a test."""

    test = models.ForeignKey(EduDiagnoTest, models.CASCADE, related_name="dsa_questions")
    marks = models.PositiveSmallIntegerField(_("marks"), default=10)

    class Meta(AbstractProblem.Meta):
        verbose_name = _("coding problem of a test")
        verbose_name_plural = _("coding problems of tests")


class EduDiagnoDSATestCase(AbstractTestCase):
    """A case of a test's problem."""

    question = models.ForeignKey(EduDiagnoDSAQuestion, models.CASCADE, related_name="cases")

    class Meta(AbstractTestCase.Meta):
        verbose_name = _("case of a test's problem")
        verbose_name_plural = _("cases of tests' problems")


class EduDiagnoVideoQuestion(models.Model):
    """A question answered by a recorded video."""

    test = models.ForeignKey(EduDiagnoTest, models.CASCADE, related_name="video_questions")
    question = models.TextField(_("question"), max_length=2_000)
    expected_points = models.JSONField(_("points of a good answer"), default=list, blank=True)
    preparation_seconds = models.PositiveSmallIntegerField(_("seconds to prepare"), default=30)
    answer_seconds = models.PositiveSmallIntegerField(_("seconds to answer"), default=120)
    marks = models.PositiveSmallIntegerField(_("marks"), default=10)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        ordering = ["order", "id"]
        verbose_name = _("video question")
        verbose_name_plural = _("video questions")

    def __str__(self) -> str:
        return self.question[:80]
