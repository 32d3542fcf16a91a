"""A job seeker's application to a classic job, and what the company writes beside it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from companies.enums import ApplicationStatus
from companies.models.companies import Company
from companies.models.jobs import Job
from interviewer.db.models import PublicModel


class JobApplicationQuerySet(models.QuerySet):
    """Applications, reached through the company or the job seeker."""

    def for_company(self, company: Company) -> models.QuerySet:
        """Applications to jobs of one company."""
        return self.filter(job__company=company, job__deleted_at=None)

    def for_seeker(self, seeker: object) -> models.QuerySet:
        """Applications of one job seeker."""
        return self.filter(job_seeker=seeker)


class JobApplication(PublicModel):
    """One job seeker applies to one job, once, with the résumé as it was then."""

    job_seeker = models.ForeignKey("seekers.JobSeeker", models.CASCADE, related_name="applications")
    job = models.ForeignKey(Job, models.CASCADE, related_name="applications")
    status = models.CharField(
        _("status"), max_length=12, choices=ApplicationStatus, default=ApplicationStatus.APPLIED
    )
    resume_snapshot = models.FileField(_("résumé as it was"), upload_to="applications/resumes", blank=True)
    profile_snapshot = models.JSONField(_("profile as it was"), default=dict, blank=True)
    applied_at = models.DateTimeField(_("applied at"), default=timezone.now)
    flagged = models.BooleanField(_("flagged"), default=False)
    notes = models.TextField(_("notes"), blank=True)

    objects = JobApplicationQuerySet.as_manager()

    class Meta:
        ordering = ["-applied_at"]
        verbose_name = _("application")
        verbose_name_plural = _("applications")
        constraints = [models.UniqueConstraint(fields=["job_seeker", "job"], name="one_application_per_job")]
        indexes = [models.Index(fields=["job", "status", "-applied_at"])]

    def __str__(self) -> str:
        return f"{self.job_seeker} → {self.job}"

    @property
    def company_id(self) -> int:
        """The company whose job it is (for the journal)."""
        return self.job.company_id


class ApplicationNote(PublicModel):
    """What a member wrote about an application, for the company only."""

    application = models.ForeignKey(JobApplication, models.CASCADE, related_name="members_notes")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="application_notes"
    )
    text = models.TextField(_("note"), max_length=5_000)

    class Meta:
        ordering = ["-created_at", "-id"]
        verbose_name = _("note on an application")
        verbose_name_plural = _("notes on applications")

    def __str__(self) -> str:
        return self.text[:60]
