"""What questions of jobs, pools and EduDiagno tests have in common."""

from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from assessments.enums import Category, Difficulty, QuestionType


class AbstractQuizQuestion(models.Model):
    """A multiple-choice question."""

    description = models.TextField(_("question"), max_length=5_000)
    question_type = models.CharField(
        _("type"), max_length=10, choices=QuestionType, default=QuestionType.SINGLE
    )
    category = models.CharField(_("section"), max_length=10, choices=Category, default=Category.TECHNICAL)
    seconds = models.PositiveSmallIntegerField(
        _("seconds"),
        default=60,
        validators=[MinValueValidator(5), MaxValueValidator(1800)],
        help_text=_("Counts when each question has its own clock."),
    )
    image = models.FileField(_("image"), upload_to="quiz/images", blank=True)
    image_text = models.CharField(_("what the image shows"), max_length=300, blank=True)
    explanation = models.TextField(_("explanation"), blank=True, max_length=2_000)
    marks = models.PositiveSmallIntegerField(_("marks"), default=1, validators=[MinValueValidator(1)])
    approved = models.BooleanField(_("approved"), default=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        abstract = True
        ordering = ["order", "id"]

    def __str__(self) -> str:
        return self.description[:80]


class AbstractProblem(models.Model):
    """A coding problem. `seconds_limit` is CPU time for one case, `memory_mib` peak memory."""

    title = models.CharField(_("title"), max_length=150)
    description = models.TextField(_("statement"), max_length=20_000, help_text=_("Markdown."))
    difficulty = models.CharField(_("difficulty"), max_length=6, choices=Difficulty, default=Difficulty.EASY)
    minutes = models.PositiveSmallIntegerField(_("suggested minutes"), default=20)
    seconds_limit = models.DecimalField(
        _("time limit (CPU seconds)"),
        max_digits=4,
        decimal_places=1,
        default=2,
        validators=[MinValueValidator(0.1), MaxValueValidator(20)],
    )
    memory_mib = models.PositiveIntegerField(
        _("memory limit (MiB)"), default=256, validators=[MinValueValidator(16), MaxValueValidator(2048)]
    )
    checker = models.CharField(_("checker"), max_length=20, default="tokens")
    approved = models.BooleanField(_("approved"), default=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        abstract = True
        ordering = ["order", "id"]

    def __str__(self) -> str:
        return self.title


class AbstractTestCase(models.Model):
    """One input and the output that is right for it. Hidden ones never reach a browser."""

    input = models.TextField(_("input"), blank=True)
    expected_output = models.TextField(_("expected output"), blank=True)
    is_sample = models.BooleanField(_("sample"), default=False)
    weight = models.PositiveSmallIntegerField(_("weight"), default=1)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        abstract = True
        ordering = ["order", "id"]

    def __str__(self) -> str:
        return f"{'sample' if self.is_sample else 'hidden'} {self.order}"
