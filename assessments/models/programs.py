"""What programs written in interviews and in EduDiagno tests have in common: drafts, submissions, verdicts.

A sitting is whoever they belong to: an interview or an attempt. It has them as `code_drafts`, `code_snapshots`,
`submissions` and `dsa_responses`, so that the services work for both.
"""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from assessments.enums import SubmissionKind, SubmissionStatus, Verdict
from interviewer.db.models import PublicModel, TimedModel


class AbstractCodeDraft(TimedModel):
    """What somebody has typed so far for a problem, kept for each language."""

    language = models.CharField(_("language"), max_length=20)
    code = models.TextField(_("code"), blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.question_id} in {self.language}"


class AbstractCodeSnapshot(PublicModel):
    """An earlier version of a draft, to come back to. `typed_at` is when it was last changed. Bounded in number."""

    language = models.CharField(_("language"), max_length=20)
    code = models.TextField(_("code"), blank=True)
    typed_at = models.DateTimeField(_("typed at"))

    class Meta:
        abstract = True
        ordering = ["-typed_at", "-id"]

    def __str__(self) -> str:
        return f"{self.question_id} in {self.language} at {self.typed_at:%H:%M:%S}"


class AbstractDSAResponse(TimedModel):
    """Where somebody stands with a problem: the best of their submissions. Time in milliseconds of CPU."""

    code = models.TextField(_("code"), blank=True)
    language = models.CharField(_("language"), max_length=20)
    passed = models.BooleanField(_("all cases passed"), default=False)
    cases_passed = models.PositiveSmallIntegerField(_("cases passed"), default=0)
    cases_total = models.PositiveSmallIntegerField(_("cases"), default=0)
    score = models.DecimalField(_("score (0–100)"), max_digits=5, decimal_places=2, default=0)
    time_ms = models.PositiveIntegerField(_("CPU time (ms)"), null=True, blank=True)
    memory_kib = models.PositiveIntegerField(_("memory (KiB)"), null=True, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.question_id}: {self.cases_passed}/{self.cases_total}"


class AbstractSubmission(PublicModel):
    """One program, sent once. Never edited, never replaced: the best one counts."""

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
        abstract = True
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.kind} {self.uid} ({self.verdict or self.status})"


class AbstractSubmissionCase(models.Model):
    """The verdict on one case. Output is kept for samples and own input only, capped."""

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
        abstract = True
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.name}: {self.verdict}"


class AbstractCodePair(PublicModel):
    """Programs of two people for one problem that resemble each other. `similarity` is the share of both that is
    alike, in percent; `passages` are rows of [first line, last line, first line, last line], counted from 1."""

    language = models.CharField(_("language"), max_length=20)
    similarity = models.PositiveSmallIntegerField(_("similarity (%)"))
    passages = models.JSONField(default=list)

    class Meta:
        abstract = True
        ordering = ["-similarity", "id"]

    def __str__(self) -> str:
        return f"{self.first_id} and {self.second_id}: {self.similarity} %"
