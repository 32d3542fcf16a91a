"""A job's rubric: competencies with weights and behavioural anchors at five levels, in versions."""

from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from companies.enums import DraftStatus
from companies.models import AiInterviewedJob
from interviewer.db.models import PublicModel, TimedModel


class Rubric(TimedModel):
    """One version of a job's rubric. The newest counts for new interviews; a version that scored an
    interview is never edited, but succeeded."""

    job = models.ForeignKey(AiInterviewedJob, models.CASCADE, related_name="rubrics")
    version = models.PositiveSmallIntegerField(_("version"), default=1)

    class Meta:
        ordering = ["-version"]
        verbose_name = _("rubric")
        verbose_name_plural = _("rubrics")
        constraints = [models.UniqueConstraint(fields=["job", "version"], name="one_rubric_per_version")]

    def __str__(self) -> str:
        return f"{self.job} v{self.version}"


class RubricDraft(TimedModel):
    """What an engine proposed for a job's rubric: nothing counts until a person takes it over and edits it."""

    job = models.OneToOneField(AiInterviewedJob, models.CASCADE, related_name="rubric_draft")
    status = models.CharField(max_length=8, choices=DraftStatus, default=DraftStatus.WAITING)
    competencies = models.JSONField(_("competencies"), default=list, blank=True)
    engine = models.CharField(_("engine"), max_length=120, blank=True)
    is_offline = models.BooleanField(default=False)
    error = models.CharField(_("error"), max_length=300, blank=True)
    asked_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("rubric draft")
        verbose_name_plural = _("rubric drafts")

    def __str__(self) -> str:
        return f"{self.job}: {self.status}"


class Competency(PublicModel):
    """What is looked for, with what each of the five levels looks like (BARS)."""

    rubric = models.ForeignKey(Rubric, models.CASCADE, related_name="competencies")
    key = models.SlugField(_("key"), max_length=60)
    name = models.CharField(_("name"), max_length=100)
    description = models.TextField(_("what it means"), blank=True, max_length=1_000)
    weight = models.PositiveSmallIntegerField(
        _("weight"), default=20, validators=[MinValueValidator(1), MaxValueValidator(100)]
    )
    anchors = models.JSONField(_("anchors"), default=list, help_text=_("Five texts, for levels 1 to 5."))
    expected_points = models.JSONField(_("points of a good answer"), default=list, blank=True)
    dimension = models.CharField(
        _("counts as"),
        max_length=16,
        default="technical",
        choices=[
            ("technical", _("technical")),
            ("communication", _("communication")),
            ("problem_solving", _("problem solving")),
            ("cultural_fit", _("working together")),
        ],
        help_text=_("The score of the report that this competency belongs to."),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        ordering = ["order", "id"]
        verbose_name = _("competency")
        verbose_name_plural = _("competencies")
        constraints = [models.UniqueConstraint(fields=["rubric", "key"], name="competency_once_per_rubric")]

    def __str__(self) -> str:
        return self.name
