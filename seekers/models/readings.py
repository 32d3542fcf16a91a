"""Files that a job seeker lets fill the profile, and what is proposed out of them."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from interviewer.db.models import PublicModel
from seekers.enums import ProposalStatus, ReadingSource, ReadingStatus
from seekers.models.seekers import JobSeeker


class OwnedQuerySet(models.QuerySet):
    """Rows that belong to a job seeker."""

    def for_seeker(self, seeker: JobSeeker) -> models.QuerySet:
        """Rows of one job seeker."""
        return self.filter(job_seeker=seeker)


class ProfileReading(PublicModel):
    """One file that was given to fill the profile; the file's text is kept until it is read."""

    job_seeker = models.ForeignKey(JobSeeker, models.CASCADE, related_name="readings")
    source = models.CharField(_("source"), max_length=12, choices=ReadingSource)
    status = models.CharField(
        _("status"), max_length=8, choices=ReadingStatus, default=ReadingStatus.READING, editable=False
    )
    file_name = models.CharField(_("file"), max_length=200)
    text = models.TextField(_("text"), blank=True, editable=False)
    left_out = models.JSONField(_("not taken over"), default=list, blank=True)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-id"]
        verbose_name = _("reading of a file")
        verbose_name_plural = _("readings of files")

    def __str__(self) -> str:
        return f"{self.get_source_display()}: {self.file_name}"


class ProposalQuerySet(models.QuerySet):
    """Proposals, reached through the job seeker."""

    def for_seeker(self, seeker: JobSeeker) -> models.QuerySet:
        """Proposals to one job seeker."""
        return self.filter(reading__job_seeker=seeker)


class Proposal(PublicModel):
    """Something that a file says, for the job seeker to accept or decline: an entry of a section, or a field."""

    reading = models.ForeignKey(ProfileReading, models.CASCADE, related_name="proposals")
    order = models.PositiveSmallIntegerField(default=0)
    target = models.CharField(
        _("target"), max_length=30, help_text=_("The key of a section or of a part of the profile.")
    )
    values = models.JSONField(_("values"), default=dict)
    status = models.CharField(
        _("status"), max_length=8, choices=ProposalStatus, default=ProposalStatus.OPEN, editable=False
    )

    objects = ProposalQuerySet.as_manager()

    class Meta:
        ordering = ["order", "id"]
        verbose_name = _("proposal")
        verbose_name_plural = _("proposals")

    def __str__(self) -> str:
        return f"{self.target} ({self.get_status_display()})"
