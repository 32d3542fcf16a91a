"""What is kept about a job seeker beside the profile: agreements, and files made for download."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from interviewer.db.models import PublicModel
from seekers.enums import Agreement, DownloadKind, DownloadStatus
from seekers.models.readings import OwnedQuerySet
from seekers.models.seekers import JobSeeker


class AgreementRecord(models.Model):
    """Somebody agreed to something, or took it back. Written once, never changed."""

    job_seeker = models.ForeignKey(JobSeeker, models.CASCADE, related_name="agreements")
    kind = models.CharField(_("what"), max_length=10, choices=Agreement)
    is_given = models.BooleanField(_("given"))
    version = models.CharField(_("version of the text"), max_length=40, blank=True)
    at = models.DateTimeField(_("at"), default=timezone.now)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-id"]
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.is_given}"


class Download(PublicModel):
    """A file made for its job seeker, offered for a limited time."""

    job_seeker = models.ForeignKey(JobSeeker, models.CASCADE, related_name="downloads")
    kind = models.CharField(_("kind"), max_length=8, choices=DownloadKind)
    status = models.CharField(
        _("status"), max_length=8, choices=DownloadStatus, default=DownloadStatus.MAKING, editable=False
    )
    file = models.FileField(_("file"), upload_to="seekers/downloads", blank=True)
    size = models.PositiveIntegerField(_("size in bytes"), default=0)
    expires_at = models.DateTimeField(_("offered until"), null=True, blank=True)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-id"]
        verbose_name = _("download")
        verbose_name_plural = _("downloads")

    def __str__(self) -> str:
        return self.get_kind_display()
