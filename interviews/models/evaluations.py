"""Scores with what they stand on: engine, version, rubric, level, anchor and verbatim quotes."""

from __future__ import annotations

from datetime import datetime

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from interviewer.db.models import PublicModel
from interviews.enums import EvaluationStatus
from interviews.models.conversation import InterviewQuestionAndResponse
from interviews.models.interviews import Interview
from interviews.models.rubrics import Competency, Rubric


class Evaluation(PublicModel):
    """One scoring of a conversation. Scoring anew makes a further row; the newest done one counts."""

    interview = models.ForeignKey(Interview, models.CASCADE, related_name="evaluations")
    rubric = models.ForeignKey(Rubric, models.PROTECT, related_name="evaluations")
    status = models.CharField(max_length=12, choices=EvaluationStatus, default=EvaluationStatus.WAITING)
    engine = models.CharField(_("engine"), max_length=40, blank=True)
    engine_version = models.CharField(_("engine version"), max_length=60, blank=True)
    model = models.CharField(_("model"), max_length=80, blank=True)
    prompt_version = models.CharField(_("prompt version"), max_length=40, blank=True)
    is_offline = models.BooleanField(_("scored by the offline engine"), default=False)
    attempts = models.PositiveSmallIntegerField(default=0)
    error = models.CharField(_("error"), max_length=500, blank=True)
    refused_quotes = models.PositiveSmallIntegerField(_("quotes refused"), default=0)
    parameters = models.JSONField(_("parameters"), default=dict, blank=True)
    input_hash = models.CharField(
        max_length=64, blank=True, help_text=_("Of everything that was scored and of what scored it.")
    )
    runs = models.PositiveSmallIntegerField(_("scorings"), default=1)
    spread = models.PositiveSmallIntegerField(
        _("widest spread of levels"), null=True, blank=True, help_text=_("Between the scorings.")
    )
    needs_look = models.BooleanField(
        _("a person should look"), default=False, help_text=_("The scorings lay too far apart.")
    )
    from_cache = models.BooleanField(_("same input, same engine: kept scores"), default=False)
    finished_at = models.DateTimeField(_("finished at"), null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        verbose_name = _("evaluation")
        verbose_name_plural = _("evaluations")
        indexes = [models.Index(fields=["interview", "-id"])]

    def __str__(self) -> str:
        return f"{self.interview_id} by {self.engine or '…'}"


class CompetencyScore(models.Model):
    """The level of one competency, or why it was not assessed. A recruiter's override is kept beside it."""

    evaluation = models.ForeignKey(Evaluation, models.CASCADE, related_name="competency_scores")
    competency = models.ForeignKey(Competency, models.PROTECT, related_name="scores")
    level = models.PositiveSmallIntegerField(
        _("level"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(5)]
    )
    anchor = models.TextField(_("anchor"), blank=True)
    certainty = models.DecimalField(
        _("certainty (0–1)"), max_digits=3, decimal_places=2, null=True, blank=True
    )
    rationale = models.TextField(_("rationale"), blank=True)
    missing = models.JSONField(_("what was missing"), default=list, blank=True)
    run_levels = models.JSONField(_("levels of all scorings"), default=list, blank=True)
    spread = models.PositiveSmallIntegerField(_("spread of levels"), default=0)
    not_assessed_reason = models.CharField(_("why not assessed"), max_length=300, blank=True)
    override_level = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(5)]
    )
    override_reason = models.CharField(max_length=500, blank=True)
    override_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, blank=True, related_name="+")
    override_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["competency__order", "id"]
        verbose_name = _("competency score")
        verbose_name_plural = _("competency scores")
        constraints = [
            models.UniqueConstraint(fields=["evaluation", "competency"], name="one_score_per_competency"),
            models.CheckConstraint(
                condition=models.Q(level=None) | models.Q(level__gte=1, level__lte=5), name="level_range"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.competency_id}: {self.level or '–'}"

    @property
    def counted_level(self) -> int | None:
        """The level that counts: a person's before the engine's."""
        return self.override_level or self.level


class EvidenceQuote(models.Model):
    """Words of the answer that justify a level, with their place in it (characters)."""

    competency_score = models.ForeignKey(CompetencyScore, models.CASCADE, related_name="quotes")
    turn = models.ForeignKey(InterviewQuestionAndResponse, models.CASCADE, related_name="quotes")
    text = models.TextField(_("quote"))
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    start_s = models.FloatField(_("from (seconds of the recording)"), null=True, blank=True)
    end_s = models.FloatField(_("to (seconds of the recording)"), null=True, blank=True)

    class Meta:
        ordering = ["id"]
        verbose_name = _("evidence quote")
        verbose_name_plural = _("evidence quotes")
        constraints = [
            models.CheckConstraint(condition=models.Q(end__gt=models.F("start")), name="quote_has_text")
        ]

    def __str__(self) -> str:
        return self.text[:80]


class SharedReport(PublicModel):
    """A link by which somebody without an account may read one report until it expires; only its hash is kept."""

    interview = models.ForeignKey(Interview, models.CASCADE, related_name="shared_reports")
    token_hash = models.CharField(max_length=64, unique=True)
    note = models.CharField(_("who it is for"), max_length=120, blank=True)
    created_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, blank=True, related_name="+")
    expires_at = models.DateTimeField(_("expires at"))
    revoked_at = models.DateTimeField(_("revoked at"), null=True, blank=True)
    opened_at = models.DateTimeField(_("last opened at"), null=True, blank=True)
    times_opened = models.PositiveIntegerField(_("times opened"), default=0)

    class Meta:
        ordering = ["-id"]
        verbose_name = _("shared report")
        verbose_name_plural = _("shared reports")

    def __str__(self) -> str:
        return self.note or str(self.uid)

    @property
    def company_id(self) -> int:
        """The company whose report it is (for the journal)."""
        return self.interview.company_id

    def is_open(self, now: datetime | None = None) -> bool:
        """Whether it still leads to the report."""
        return self.revoked_at is None and self.expires_at > (now or timezone.now())
