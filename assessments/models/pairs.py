"""Programs of two candidates that resemble each other: a signal for a person, never a verdict."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from assessments.models.coding import DSAQuestion
from assessments.models.submissions import Submission
from companies.models import AiInterviewedJob
from interviewer.db.models import PublicModel


class CodePairQuerySet(models.QuerySet):
    """Pairs, reached through their job."""

    def for_job(self, job: AiInterviewedJob) -> CodePairQuerySet:
        """The pairs of a job between candidates who are still there."""
        rows = self.filter(question__job=job)
        return rows.filter(
            first__interview__deleted_at__isnull=True, second__interview__deleted_at__isnull=True
        )


class CodePair(PublicModel):
    """The best programs of two candidates for one problem. `similarity` is the share of both that is alike, in
    percent; `passages` are rows of [first line, last line, first line, last line], counted from 1."""

    question = models.ForeignKey(DSAQuestion, models.CASCADE, related_name="code_pairs")
    first = models.ForeignKey(Submission, models.CASCADE, related_name="+")
    second = models.ForeignKey(Submission, models.CASCADE, related_name="+")
    language = models.CharField(_("language"), max_length=20)
    similarity = models.PositiveSmallIntegerField(_("similarity (%)"))
    passages = models.JSONField(default=list)

    objects = CodePairQuerySet.as_manager()

    class Meta:
        ordering = ["-similarity", "id"]
        verbose_name = _("similar programs")
        verbose_name_plural = _("similar programs")
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="one_row_per_pair"),
            models.CheckConstraint(condition=Q(first__lt=models.F("second")), name="first_is_the_older"),
        ]
        indexes = [models.Index(fields=["question", "-similarity"])]

    def __str__(self) -> str:
        return f"{self.first_id} and {self.second_id}: {self.similarity} %"
