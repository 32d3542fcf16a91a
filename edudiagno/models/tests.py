"""A skill test, what it asks, and how its pools are drawn from."""

from __future__ import annotations

import uuid

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from assessments.models.bases import (
    AbstractProblem,
    AbstractProblemImage,
    AbstractQuizQuestion,
    AbstractReferenceSolution,
    AbstractTestCase,
)
from edudiagno.enums import FeedbackPolicy, Level, Section, TestStatus
from interviewer.db.models import PublicModel, SoftDeletedModel, SoftDeletedQuerySet

POOL_HELP = _("Questions of one pool are drawn at random. Empty: always asked.")


class EduDiagnoTestQuerySet(SoftDeletedQuerySet):
    """Tests as job seekers may find them."""

    def published(self) -> EduDiagnoTestQuerySet:
        """Tests that can be begun."""
        return self.alive().filter(status=TestStatus.PUBLISHED)


class EduDiagnoTest(PublicModel, SoftDeletedModel):
    """A platform-wide skill test that staff write and job seekers take. Versions of one test share `family`."""

    title = models.CharField(_("title"), max_length=150)
    slug = models.SlugField(_("short name"), max_length=80, unique=True)
    description = models.TextField(_("description"), blank=True, max_length=5_000)
    field = models.CharField(_("field"), max_length=80, db_index=True)
    level = models.CharField(_("level"), max_length=12, choices=Level, default=Level.BEGINNER)
    status = models.CharField(_("status"), max_length=9, choices=TestStatus, default=TestStatus.DRAFT)
    family = models.UUIDField(default=uuid.uuid4, editable=False, db_index=True)
    version = models.PositiveSmallIntegerField(_("version"), default=1, editable=False)
    minutes = models.PositiveSmallIntegerField(
        _("minutes"), default=60, validators=[MinValueValidator(5), MaxValueValidator(480)]
    )
    mcq_minutes = models.PositiveSmallIntegerField(_("minutes of the quiz"), null=True, blank=True)
    coding_minutes = models.PositiveSmallIntegerField(_("minutes of coding"), null=True, blank=True)
    video_minutes = models.PositiveSmallIntegerField(
        _("minutes of the video questions"), null=True, blank=True
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
    penalty_percent = models.PositiveSmallIntegerField(
        _("negative marking (%)"),
        default=0,
        validators=[MaxValueValidator(100)],
        help_text=_("The share of its marks that a wrong answer of the quiz takes away. 0: none."),
    )
    shuffles_questions = models.BooleanField(_("shuffle questions"), default=True)
    shuffles_options = models.BooleanField(_("shuffle options"), default=True)
    feedback_policy = models.CharField(
        _("feedback"), max_length=9, choices=FeedbackPolicy, default=FeedbackPolicy.EXPLAINED
    )
    coding_languages = models.JSONField(
        _("languages of coding"), default=list, blank=True, help_text=_('For example ["python"]; empty: all.')
    )
    video_takes = models.PositiveSmallIntegerField(
        _("takes of a video answer"), default=2, validators=[MinValueValidator(1), MaxValueValidator(5)]
    )
    published_at = models.DateTimeField(_("published at"), null=True, blank=True, editable=False)

    objects = EduDiagnoTestQuerySet.as_manager()

    class Meta:
        ordering = ["title"]
        verbose_name = _("EduDiagno test")
        verbose_name_plural = _("EduDiagno tests")

    def __str__(self) -> str:
        return self.title if self.version == 1 else f"{self.title} (v{self.version})"

    def section_minutes(self, section: str) -> int | None:
        """The minutes of a section's own clock; None where only the test's runs."""
        return getattr(self, f"{section}_minutes")

    def section_weight(self, section: str) -> int:
        """How much a section weighs."""
        return getattr(self, f"{section}_weight")


class EduDiagnoDraw(models.Model):
    """How many questions of a pool each attempt gets."""

    test = models.ForeignKey(EduDiagnoTest, models.CASCADE, related_name="draws")
    section = models.CharField(_("section"), max_length=6, choices=Section)
    pool = models.CharField(_("pool"), max_length=60)
    count = models.PositiveSmallIntegerField(_("questions"), default=1, validators=[MinValueValidator(1)])

    class Meta:
        ordering = ["section", "pool"]
        verbose_name = _("draw")
        verbose_name_plural = _("draws")
        constraints = [models.UniqueConstraint(fields=["test", "section", "pool"], name="one_draw_per_pool")]

    def __str__(self) -> str:
        return f"{self.section} {self.pool}: {self.count}"


class EduDiagnoMCQQuestion(AbstractQuizQuestion, PublicModel):
    """A quiz question of a test; `options` is a list of {"label", "is_correct"}."""

    test = models.ForeignKey(EduDiagnoTest, models.CASCADE, related_name="mcq_questions")
    image = models.FileField(_("image"), upload_to="edudiagno/images", blank=True)
    options = models.JSONField(_("options"), default=list)
    pool = models.CharField(_("pool"), max_length=60, blank=True, help_text=POOL_HELP)

    class Meta(AbstractQuizQuestion.Meta):
        verbose_name = _("quiz question of a test")
        verbose_name_plural = _("quiz questions of tests")


class EduDiagnoDSAQuestion(AbstractProblem, PublicModel):
    """A coding problem of a test."""

    test = models.ForeignKey(EduDiagnoTest, models.CASCADE, related_name="dsa_questions")
    marks = models.PositiveSmallIntegerField(_("marks"), default=10, validators=[MinValueValidator(1)])
    explanation = models.TextField(_("explanation"), blank=True, max_length=5_000)
    pool = models.CharField(_("pool"), max_length=60, blank=True, help_text=POOL_HELP)
    copied_from = models.ForeignKey(
        "assessments.DSAPoolQuestion", models.SET_NULL, null=True, blank=True, related_name="test_copies"
    )

    class Meta(AbstractProblem.Meta):
        verbose_name = _("coding problem of a test")
        verbose_name_plural = _("coding problems of tests")


class EduDiagnoDSATestCase(AbstractTestCase):
    """A case of a test's problem."""

    question = models.ForeignKey(EduDiagnoDSAQuestion, models.CASCADE, related_name="cases")

    class Meta(AbstractTestCase.Meta):
        verbose_name = _("case of a test's problem")
        verbose_name_plural = _("cases of tests' problems")


class EduDiagnoReferenceSolution(AbstractReferenceSolution):
    """A reference solution of a test's problem."""

    question = models.ForeignKey(EduDiagnoDSAQuestion, models.CASCADE, related_name="references")

    class Meta(AbstractReferenceSolution.Meta):
        verbose_name = _("reference solution of a test's problem")
        verbose_name_plural = _("reference solutions of tests' problems")


class EduDiagnoDSAImage(AbstractProblemImage):
    """A picture in the statement of a test's problem."""

    question = models.ForeignKey(EduDiagnoDSAQuestion, models.CASCADE, related_name="images")

    class Meta(AbstractProblemImage.Meta):
        verbose_name = _("picture of a test's problem")
        verbose_name_plural = _("pictures of tests' problems")
        constraints = [
            models.UniqueConstraint(fields=["question", "name"], name="one_picture_per_edudiagno_name")
        ]


class EduDiagnoVideoQuestion(PublicModel):
    """A question answered by a recorded video."""

    test = models.ForeignKey(EduDiagnoTest, models.CASCADE, related_name="video_questions")
    question = models.TextField(_("question"), max_length=2_000)
    expected_points = models.JSONField(_("points of a good answer"), default=list, blank=True)
    explanation = models.TextField(_("explanation"), blank=True, max_length=2_000)
    preparation_seconds = models.PositiveSmallIntegerField(_("seconds to prepare"), default=30)
    answer_seconds = models.PositiveSmallIntegerField(_("seconds to answer"), default=120)
    marks = models.PositiveSmallIntegerField(_("marks"), default=10, validators=[MinValueValidator(1)])
    pool = models.CharField(_("pool"), max_length=60, blank=True, help_text=POOL_HELP)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        ordering = ["order", "id"]
        verbose_name = _("video question")
        verbose_name_plural = _("video questions")

    def __str__(self) -> str:
        return self.question[:80]
