"""What an attempt was asked and what was answered: a row for each question, made when the attempt begins."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from assessments.models.programs import (
    AbstractCodeDraft,
    AbstractCodePair,
    AbstractCodeSnapshot,
    AbstractDSAResponse,
    AbstractSubmission,
    AbstractSubmissionCase,
)
from edudiagno.enums import TranscriptStatus, VideoStatus
from edudiagno.models.attempts import EduDiagnoAttempt
from edudiagno.models.tests import (
    EduDiagnoDSAQuestion,
    EduDiagnoDSATestCase,
    EduDiagnoMCQQuestion,
    EduDiagnoVideoQuestion,
)
from interviewer.db.models import PublicModel, TimedModel


class EduDiagnoMCQResponse(TimedModel):
    """A quiz question of an attempt: its place, its options in this attempt's order, and what is chosen.

    Options are named by their place in the question. `seconds` is the time from showing to the last choice.
    """

    attempt = models.ForeignKey(EduDiagnoAttempt, models.CASCADE, related_name="mcq_responses")
    question = models.ForeignKey(EduDiagnoMCQQuestion, models.PROTECT, related_name="responses")
    order = models.PositiveSmallIntegerField(default=0)
    option_order = models.JSONField(default=list)
    chosen = models.JSONField(default=list)
    is_marked = models.BooleanField(default=False)
    shown_at = models.DateTimeField(null=True, blank=True)
    seconds = models.PositiveIntegerField(default=0)
    is_right = models.BooleanField(null=True, blank=True)

    class Meta:
        ordering = ["order", "id"]
        verbose_name = _("quiz answer in a test")
        verbose_name_plural = _("quiz answers in tests")
        constraints = [
            models.UniqueConstraint(fields=["attempt", "question"], name="edudiagno_mcq_asked_once")
        ]

    def __str__(self) -> str:
        return f"{self.attempt_id}: {self.question_id}"


class EduDiagnoSubmission(AbstractSubmission):
    """A program of an attempt."""

    attempt = models.ForeignKey(EduDiagnoAttempt, models.CASCADE, related_name="submissions")
    question = models.ForeignKey(EduDiagnoDSAQuestion, models.PROTECT, related_name="submissions")

    class Meta(AbstractSubmission.Meta):
        verbose_name = _("submission in a test")
        verbose_name_plural = _("submissions in tests")
        indexes = [models.Index(fields=["attempt", "question", "-id"], name="edudiagno_submission")]

    @property
    def sitting(self) -> EduDiagnoAttempt:
        """The attempt."""
        return self.attempt


class EduDiagnoSubmissionCase(AbstractSubmissionCase):
    """The verdict on one case of a program of an attempt."""

    submission = models.ForeignKey(EduDiagnoSubmission, models.CASCADE, related_name="cases")
    test_case = models.ForeignKey(
        EduDiagnoDSATestCase, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta(AbstractSubmissionCase.Meta):
        verbose_name = _("case verdict in a test")
        verbose_name_plural = _("case verdicts in tests")
        constraints = [
            models.UniqueConstraint(fields=["submission", "name"], name="one_edudiagno_verdict_per_name")
        ]


class EduDiagnoDSAResponse(AbstractDSAResponse):
    """A coding problem of an attempt, and the best program for it."""

    attempt = models.ForeignKey(EduDiagnoAttempt, models.CASCADE, related_name="dsa_responses")
    question = models.ForeignKey(EduDiagnoDSAQuestion, models.PROTECT, related_name="responses")
    order = models.PositiveSmallIntegerField(default=0)
    submission = models.ForeignKey(
        EduDiagnoSubmission, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["order", "id"]
        verbose_name = _("coding answer in a test")
        verbose_name_plural = _("coding answers in tests")
        constraints = [
            models.UniqueConstraint(fields=["attempt", "question"], name="edudiagno_problem_asked_once")
        ]


class EduDiagnoCodeDraft(AbstractCodeDraft):
    """What is typed in an attempt."""

    attempt = models.ForeignKey(EduDiagnoAttempt, models.CASCADE, related_name="code_drafts")
    question = models.ForeignKey(EduDiagnoDSAQuestion, models.CASCADE, related_name="drafts")

    class Meta:
        verbose_name = _("code draft in a test")
        verbose_name_plural = _("code drafts in tests")
        constraints = [
            models.UniqueConstraint(
                fields=["attempt", "question", "language"], name="one_edudiagno_draft_per_language"
            )
        ]

    @property
    def sitting(self) -> EduDiagnoAttempt:
        """The attempt."""
        return self.attempt


class EduDiagnoCodeSnapshot(AbstractCodeSnapshot):
    """An earlier version of a draft of an attempt."""

    attempt = models.ForeignKey(EduDiagnoAttempt, models.CASCADE, related_name="code_snapshots")
    question = models.ForeignKey(EduDiagnoDSAQuestion, models.CASCADE, related_name="snapshots")

    class Meta(AbstractCodeSnapshot.Meta):
        verbose_name = _("earlier version in a test")
        verbose_name_plural = _("earlier versions in tests")


class EduDiagnoCodePair(AbstractCodePair):
    """Programs of two job seekers for one problem of a test that are alike: a signal for a person."""

    question = models.ForeignKey(EduDiagnoDSAQuestion, models.CASCADE, related_name="code_pairs")
    first = models.ForeignKey(EduDiagnoSubmission, models.CASCADE, related_name="+")
    second = models.ForeignKey(EduDiagnoSubmission, models.CASCADE, related_name="+")

    class Meta(AbstractCodePair.Meta):
        verbose_name = _("similar programs in tests")
        verbose_name_plural = _("similar programs in tests")
        constraints = [models.UniqueConstraint(fields=["first", "second"], name="one_edudiagno_row_per_pair")]


class EduDiagnoVideoResponse(PublicModel):
    """A video question of an attempt: its clock, the recording or the typed words, and its level (1 to 5)."""

    attempt = models.ForeignKey(EduDiagnoAttempt, models.CASCADE, related_name="video_responses")
    question = models.ForeignKey(EduDiagnoVideoQuestion, models.PROTECT, related_name="responses")
    order = models.PositiveSmallIntegerField(default=0)
    status = models.CharField(max_length=8, choices=VideoStatus, default=VideoStatus.DRAWN)
    opened_at = models.DateTimeField(null=True, blank=True)
    deadline_at = models.DateTimeField(null=True, blank=True)
    takes = models.PositiveSmallIntegerField(default=0)
    file = models.FileField(upload_to="edudiagno/answers", blank=True)
    content_type = models.CharField(max_length=40, blank=True)
    answer = models.TextField(_("words"), blank=True)
    was_typed = models.BooleanField(default=False)
    transcript_status = models.CharField(max_length=8, choices=TranscriptStatus, blank=True)
    transcript_engine = models.CharField(max_length=60, blank=True)
    asked_at = models.DateTimeField(null=True, blank=True, editable=False)
    level = models.PositiveSmallIntegerField(_("level"), null=True, blank=True)
    rationale = models.TextField(_("why"), blank=True)
    quotes = models.JSONField(default=list, blank=True)
    not_assessed_reason = models.CharField(max_length=300, blank=True)
    scored_by = models.CharField(_("scored by"), max_length=80, blank=True)
    scored_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["order", "id"]
        verbose_name = _("video answer in a test")
        verbose_name_plural = _("video answers in tests")
        constraints = [
            models.UniqueConstraint(fields=["attempt", "question"], name="edudiagno_video_asked_once")
        ]

    def __str__(self) -> str:
        return f"{self.attempt_id}: {self.question_id}"
