"""Programs sent to the judge, and its verdict for each case."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from assessments.enums import SubmissionKind, SubmissionStatus, Verdict
from assessments.models.coding import DSAQuestion, DSATestCase
from interviewer.db.models import PublicModel


class Submission(PublicModel):
    """One program, sent once. Never edited, never replaced: the best one counts."""

    interview = models.ForeignKey(
        "interviews.Interview", models.CASCADE, null=True, blank=True, related_name="submissions"
    )
    question = models.ForeignKey(DSAQuestion, models.PROTECT, related_name="submissions")
    kind = models.CharField(_("kind"), max_length=6, choices=SubmissionKind)
    language = models.CharField(_("language"), max_length=20)
    code = models.TextField(_("code"))
    own_input = models.TextField(_("own input"), null=True, blank=True)  # noqa: DJ001  (empty input is input)
    status = models.CharField(
        _("status"), max_length=9, choices=SubmissionStatus, default=SubmissionStatus.QUEUED
    )
    verdict = models.CharField(_("verdict"), max_length=3, choices=Verdict, blank=True)
    message = models.TextField(
        _("message"), blank=True, help_text=_("The compiler's, or why it can't be judged.")
    )
    claimed_at = models.DateTimeField(null=True, blank=True, editable=False)
    attempts = models.PositiveSmallIntegerField(default=0, editable=False)
    judged_at = models.DateTimeField(_("judged at"), null=True, blank=True)
    cases_passed = models.PositiveSmallIntegerField(_("cases passed"), default=0)
    cases_total = models.PositiveSmallIntegerField(_("cases"), default=0)
    score = models.DecimalField(_("score (0–100)"), max_digits=5, decimal_places=2, default=0)
    groups = models.JSONField(
        _("groups"), default=list, blank=True, help_text=_("What was reached of each group of cases.")
    )
    time_ms = models.PositiveIntegerField(_("CPU time (ms)"), null=True, blank=True)
    memory_kib = models.PositiveIntegerField(_("memory (KiB)"), null=True, blank=True)
    engine = models.CharField(_("engine"), max_length=60, blank=True)

    class Meta:
        ordering = ["-id"]
        verbose_name = _("submission")
        verbose_name_plural = _("submissions")
        indexes = [
            models.Index(fields=["interview", "question", "-id"]),
            models.Index(
                fields=["status", "claimed_at"],
                name="submission_open",
                condition=Q(status__in=["queued", "judging"]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.uid} ({self.verdict or self.status})"


class SubmissionCase(models.Model):
    """The verdict on one case. Output is kept for samples and own input only, capped."""

    submission = models.ForeignKey(Submission, models.CASCADE, related_name="cases")
    test_case = models.ForeignKey(DSATestCase, models.SET_NULL, null=True, blank=True, related_name="+")
    name = models.CharField(_("case"), max_length=60)
    is_sample = models.BooleanField(default=False)
    weight = models.PositiveSmallIntegerField(default=1)
    verdict = models.CharField(_("verdict"), max_length=3, choices=Verdict)
    detail = models.CharField(_("detail"), max_length=300, blank=True)
    time_ms = models.PositiveIntegerField(_("CPU time (ms)"), null=True, blank=True)
    memory_kib = models.PositiveIntegerField(_("memory (KiB)"), null=True, blank=True)
    stdout = models.TextField(blank=True)
    stderr = models.TextField(blank=True)

    class Meta:
        ordering = ["id"]
        verbose_name = _("case verdict")
        verbose_name_plural = _("case verdicts")
        constraints = [models.UniqueConstraint(fields=["submission", "name"], name="one_verdict_per_name")]

    def __str__(self) -> str:
        return f"{self.name}: {self.verdict}"
