"""What questions of jobs, pools and EduDiagno tests have in common."""

from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from assessments import checking
from assessments.checking import valid_arguments, valid_groups, valid_options
from assessments.enums import (
    Category,
    CheckerKind,
    Difficulty,
    Expected,
    QuestionType,
    SubmissionStatus,
    Verdict,
)


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
    checker = models.CharField(_("checker"), max_length=20, choices=CheckerKind, default=CheckerKind.TOKENS)
    checker_options = models.JSONField(
        _("options of the checker"),
        default=dict,
        blank=True,
        validators=[valid_options],
        help_text=_('For example {"case_sensitive": true} or {"absolute": 1e-6}.'),
    )
    validator_source = models.TextField(
        _("program that decides"),
        blank=True,
        max_length=400_000,
        help_text=_("For a custom checker or an interactive problem."),
    )
    validator_language = models.CharField(_("its language"), max_length=20, blank=True)
    groups = models.JSONField(
        _("groups of cases"),
        default=list,
        blank=True,
        validators=[valid_groups],
        help_text=_('For example [{"name": "small", "points": 40, "rule": "min"}].'),
    )
    revision = models.PositiveIntegerField(_("revision of what is judged"), default=1, editable=False)
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
    group = models.CharField(_("group"), max_length=60, blank=True)
    arguments = models.JSONField(
        _("arguments for the program that decides"),
        default=list,
        blank=True,
        validators=[valid_arguments],
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        abstract = True
        ordering = ["order", "id"]

    def __str__(self) -> str:
        return f"{'sample' if self.is_sample else 'hidden'} {self.order}"


class AbstractReferenceSolution(models.Model):
    """A program whose verdict is known: right ones must be accepted, wrong ones must not. `judged_revision` is the
    problem's when it was judged: an older one is stale."""

    name = models.CharField(_("name"), max_length=100)
    language = models.CharField(_("language"), max_length=20)
    code = models.TextField(_("program"), max_length=64 * 1024)
    expected = models.CharField(_("must be"), max_length=3, choices=Expected, default=Expected.ACCEPTED)
    status = models.CharField(
        _("status"), max_length=10, choices=SubmissionStatus, default=SubmissionStatus.QUEUED, editable=False
    )
    verdict = models.CharField(_("verdict"), max_length=3, choices=Verdict, blank=True, editable=False)
    message = models.TextField(_("message"), blank=True, editable=False)
    time_ms = models.PositiveIntegerField(_("CPU time (ms)"), null=True, blank=True, editable=False)
    judged_revision = models.PositiveIntegerField(default=0, editable=False)
    queued_at = models.DateTimeField(null=True, blank=True, editable=False)
    judged_at = models.DateTimeField(_("judged at"), null=True, blank=True, editable=False)

    class Meta:
        abstract = True
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name

    @property
    def is_as_expected(self) -> bool:
        """Whether the verdict is the one that it must get."""
        return checking.is_as_expected(self.expected, self.verdict)


class AbstractProblemImage(models.Model):
    """A picture of a statement, named in it as `![what it shows](name.png)`."""

    name = models.CharField(_("name"), max_length=100)
    file = models.FileField(_("file"), upload_to="problems/images")

    class Meta:
        abstract = True
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
