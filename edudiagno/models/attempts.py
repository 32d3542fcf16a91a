"""One sitting of one job seeker in one test, and what staff granted them."""

from __future__ import annotations

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from edudiagno.enums import AttemptStatus
from edudiagno.models.tests import EduDiagnoTest
from interviewer.db.models import PublicModel, TimedModel


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
    passed = models.BooleanField(_("passed"), null=True, blank=True, editable=False)
    sections = models.JSONField(
        default=dict,
        editable=False,
        help_text=_("When each section was opened, and when its own clock ends."),
    )
    extra_time_percent = models.PositiveSmallIntegerField(_("extra time (%)"), default=0, editable=False)
    text_answers = models.BooleanField(_("may type video answers"), default=False, editable=False)
    timed_out = models.BooleanField(_("ended by the clock"), default=False, editable=False)
    on_leaderboard = models.BooleanField(_("on the leaderboard"), default=False)
    feedback = models.TextField(_("feedback"), blank=True)
    flagged = models.BooleanField(
        _("flagged"), default=False, help_text=_("A flagged attempt counts for nothing until it is cleared.")
    )

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


class EduDiagnoAccommodation(TimedModel):
    """What staff granted a job seeker for tests that they begin from then on."""

    job_seeker = models.OneToOneField(
        "seekers.JobSeeker", models.CASCADE, related_name="edudiagno_accommodation"
    )
    extra_time_percent = models.PositiveSmallIntegerField(
        _("extra time (%)"), default=0, validators=[MaxValueValidator(200)]
    )
    text_answers = models.BooleanField(_("may type video answers"), default=False)
    reason = models.CharField(_("reason"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("accommodation")
        verbose_name_plural = _("accommodations")

    def __str__(self) -> str:
        return f"{self.job_seeker_id}: {self.extra_time_percent} %"
