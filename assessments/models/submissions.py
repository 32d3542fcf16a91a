"""Programs sent to the judge, and its verdict for each case."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from assessments.models.coding import DSAQuestion, DSATestCase
from assessments.models.programs import AbstractSubmission, AbstractSubmissionCase


class Submission(AbstractSubmission):
    """A program of an interview."""

    interview = models.ForeignKey(
        "interviews.Interview", models.CASCADE, null=True, blank=True, related_name="submissions"
    )
    question = models.ForeignKey(DSAQuestion, models.PROTECT, related_name="submissions")

    class Meta(AbstractSubmission.Meta):
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

    @property
    def sitting(self) -> models.Model | None:
        """The interview."""
        return self.interview


class SubmissionCase(AbstractSubmissionCase):
    """The verdict on one case of a program of an interview."""

    submission = models.ForeignKey(Submission, models.CASCADE, related_name="cases")
    test_case = models.ForeignKey(DSATestCase, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta(AbstractSubmissionCase.Meta):
        verbose_name = _("case verdict")
        verbose_name_plural = _("case verdicts")
        constraints = [models.UniqueConstraint(fields=["submission", "name"], name="one_verdict_per_name")]
