"""What a job seeker keeps of the job board: jobs, and searches that tell of new ones."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from companies.models import AiInterviewedJob, Job
from companies.models.jobs import JobListing
from interviewer.db.models import PublicModel
from seekers.enums import AlertFrequency
from seekers.models.seekers import JobSeeker


class KeptQuerySet(models.QuerySet):
    """What was kept, reached through whoever kept it."""

    def for_seeker(self, seeker: JobSeeker) -> models.QuerySet:
        """Rows of one job seeker."""
        return self.filter(job_seeker=seeker)


class SavedJob(PublicModel):
    """A job that a job seeker wants to come back to; it stays when the job is closed, and says so."""

    job_seeker = models.ForeignKey(JobSeeker, models.CASCADE, related_name="saved_jobs")
    job = models.ForeignKey(Job, models.CASCADE, null=True, blank=True, related_name="saved_by")
    ai_job = models.ForeignKey(
        AiInterviewedJob, models.CASCADE, null=True, blank=True, related_name="saved_by"
    )

    objects = KeptQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-id"]
        verbose_name = _("saved job")
        verbose_name_plural = _("saved jobs")
        constraints = [
            models.CheckConstraint(
                condition=Q(job=None, ai_job__isnull=False) | Q(job__isnull=False, ai_job=None),
                name="saved_one_job",
            ),
            models.UniqueConstraint(fields=["job_seeker", "job"], name="job_saved_once"),
            models.UniqueConstraint(fields=["job_seeker", "ai_job"], name="ai_job_saved_once"),
        ]

    def __str__(self) -> str:
        return f"{self.job_seeker}: {self.listing}"

    @property
    def listing(self) -> JobListing:
        """The job itself."""
        return self.job or self.ai_job


class SavedSearch(PublicModel):
    """A search of the job board, as the query string of its address, and how often its new jobs are told."""

    job_seeker = models.ForeignKey(JobSeeker, models.CASCADE, related_name="saved_searches")
    name = models.CharField(_("name"), max_length=150)
    query = models.TextField(_("search"), blank=True)
    frequency = models.CharField(
        _("e-mails"), max_length=8, choices=AlertFrequency, default=AlertFrequency.DAILY
    )
    seen_until = models.DateTimeField(
        _("told of jobs until"), default=timezone.now, help_text=_("Jobs that came later are new.")
    )
    next_alert_at = models.DateTimeField(_("looked at again at"), null=True, blank=True)
    last_sent_at = models.DateTimeField(_("last e-mail at"), null=True, blank=True)

    objects = KeptQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-id"]
        verbose_name = _("saved search")
        verbose_name_plural = _("saved searches")
        indexes = [
            models.Index(
                fields=["next_alert_at"], name="search_due", condition=Q(next_alert_at__isnull=False)
            )
        ]

    def __str__(self) -> str:
        return self.name
