"""Texts of a classic job that an engine drafts from keywords."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from companies.enums import DraftStatus, JobPart
from companies.models.jobs import Job
from interviewer.db.models import TimedModel


class JobTextDraft(TimedModel):
    """A draft of one text of one job. Nothing counts until a person takes it over."""

    job = models.ForeignKey(Job, models.CASCADE, related_name="text_drafts")
    part = models.CharField(_("part"), max_length=12, choices=JobPart)
    keywords = models.CharField(_("keywords"), max_length=500)
    language = models.CharField(_("language"), max_length=8, default="en")
    status = models.CharField(_("status"), max_length=8, choices=DraftStatus, default=DraftStatus.WAITING)
    text = models.TextField(_("text"), blank=True)
    engine = models.CharField(_("engine"), max_length=120, blank=True)
    is_offline = models.BooleanField(_("by the built-in engine"), default=False)
    error = models.CharField(_("error"), max_length=300, blank=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="job_text_drafts"
    )

    class Meta:
        verbose_name = _("drafted text")
        verbose_name_plural = _("drafted texts")
        constraints = [
            models.UniqueConstraint(fields=["job", "part"], name="one_text_draft_per_job_and_part")
        ]

    def __str__(self) -> str:
        return f"{self.job}: {self.part}"

    @property
    def replaces(self) -> bool:
        """Whether the job has a text in its place already."""
        return bool(getattr(self.job, self.part).strip())
