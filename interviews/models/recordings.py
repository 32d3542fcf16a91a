"""Recordings: numbered chunks that arrive in any order, joined into one file."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from interviewer.db.models import PublicModel
from interviews.enums import RecordingStatus
from interviews.models.conversation import InterviewQuestionAndResponse
from interviews.models.interviews import Interview


class Recording(PublicModel):
    """One answer (or the device check) as recorded. A new take is a new row; the newest counts."""

    interview = models.ForeignKey(Interview, models.CASCADE, related_name="recordings")
    turn = models.ForeignKey(
        InterviewQuestionAndResponse, models.CASCADE, null=True, blank=True, related_name="recordings"
    )
    take = models.PositiveSmallIntegerField(_("take"), default=1)
    content_type = models.CharField(_("type"), max_length=80)
    status = models.CharField(max_length=6, choices=RecordingStatus, default=RecordingStatus.OPEN)
    chunks_expected = models.PositiveIntegerField(null=True, blank=True)
    file = models.FileField(_("file"), upload_to="interviews/recordings", blank=True)
    size_bytes = models.PositiveBigIntegerField(default=0)
    duration_ms = models.PositiveIntegerField(_("duration (ms)"), null=True, blank=True)
    error = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["id"]
        verbose_name = _("recording")
        verbose_name_plural = _("recordings")
        constraints = [models.UniqueConstraint(fields=["turn", "take"], name="one_recording_per_take")]

    def __str__(self) -> str:
        return f"{self.uid} ({self.status})"


class RecordingChunk(models.Model):
    """One piece of a recording; the same number twice is the same piece."""

    recording = models.ForeignKey(Recording, models.CASCADE, related_name="chunks")
    number = models.PositiveIntegerField(_("number"))
    sha256 = models.CharField(max_length=64)
    size_bytes = models.PositiveIntegerField()
    file = models.FileField(upload_to="interviews/chunks")
    received_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["number"]
        verbose_name = _("recording chunk")
        verbose_name_plural = _("recording chunks")
        constraints = [models.UniqueConstraint(fields=["recording", "number"], name="one_chunk_per_number")]

    def __str__(self) -> str:
        return f"{self.recording_id} #{self.number}"
