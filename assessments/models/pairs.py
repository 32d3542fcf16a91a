"""Programs of two candidates that resemble each other: a signal for a person, never a verdict."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from assessments.models.coding import DSAQuestion
from assessments.models.programs import AbstractCodePair
from assessments.models.submissions import Submission
from companies.models import AiInterviewedJob


class CodePairQuerySet(models.QuerySet):
    """Pairs, reached through their job."""

    def for_job(self, job: AiInterviewedJob) -> CodePairQuerySet:
        """The pairs of a job between candidates who are still there."""
        rows = self.filter(question__job=job)
        return rows.filter(
            first__interview__deleted_at__isnull=True, second__interview__deleted_at__isnull=True
        )


class CodePair(AbstractCodePair):
    """The best programs of two candidates for one problem of a job."""

    question = models.ForeignKey(DSAQuestion, models.CASCADE, related_name="code_pairs")
    first = models.ForeignKey(Submission, models.CASCADE, related_name="+")
    second = models.ForeignKey(Submission, models.CASCADE, related_name="+")

    objects = CodePairQuerySet.as_manager()

    class Meta(AbstractCodePair.Meta):
        verbose_name = _("similar programs")
        verbose_name_plural = _("similar programs")
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="one_row_per_pair"),
            models.CheckConstraint(condition=Q(first__lt=models.F("second")), name="first_is_the_older"),
        ]
        indexes = [models.Index(fields=["question", "-similarity"])]
