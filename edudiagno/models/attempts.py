"""One sitting of one job seeker in one test."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from edudiagno.enums import AttemptStatus
from edudiagno.models.tests import EduDiagnoTest
from interviewer.db.models import PublicModel


class EduDiagnoAttemptQuerySet(models.QuerySet):
    """Attempts, reached through the job seeker."""

    def for_seeker(self, seeker: object) -> models.QuerySet:
        """Attempts of one job seeker."""
        return self.filter(job_seeker=seeker)


class EduDiagnoAttempt(PublicModel):
    """One sitting with a deadline; scores are 0–100, null while not scored."""

    test = models.ForeignKey(EduDiagnoTest, models.PROTECT, related_name="attempts")
    job_seeker = models.ForeignKey("seekers.JobSeeker", models.CASCADE, related_name="edudiagno_attempts")
    status = models.CharField(
        _("status"), max_length=12, choices=AttemptStatus, default=AttemptStatus.IN_PROGRESS, editable=False
    )
    started_at = models.DateTimeField(_("started at"), default=timezone.now)
    deadline_at = models.DateTimeField(_("deadline"))
    submitted_at = models.DateTimeField(_("submitted at"), null=True, blank=True)
    completed_at = models.DateTimeField(_("completed at"), null=True, blank=True)
    mcq_score = models.DecimalField(_("quiz"), max_digits=5, decimal_places=2, null=True, blank=True)
    coding_score = models.DecimalField(_("coding"), max_digits=5, decimal_places=2, null=True, blank=True)
    video_score = models.DecimalField(_("video"), max_digits=5, decimal_places=2, null=True, blank=True)
    overall_score = models.DecimalField(_("overall"), max_digits=5, decimal_places=2, null=True, blank=True)
    feedback = models.TextField(_("feedback"), blank=True)
    flagged = models.BooleanField(_("flagged"), default=False)

    objects = EduDiagnoAttemptQuerySet.as_manager()

    class Meta:
        ordering = ["-started_at"]
        verbose_name = _("attempt")
        verbose_name_plural = _("attempts")
        constraints = [
            models.UniqueConstraint(
                fields=["job_seeker"], condition=Q(status="in_progress"), name="one_attempt_at_a_time"
            )
        ]
        indexes = [models.Index(fields=["test", "-overall_score"])]

    def __str__(self) -> str:
        return f"{self.job_seeker_id} in {self.test_id}"
