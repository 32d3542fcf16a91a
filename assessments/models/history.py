"""How a program came to be: earlier versions of what was typed, and the typing itself."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from assessments.models.coding import DSAQuestion
from assessments.models.programs import AbstractCodeSnapshot
from interviewer.db.models import PublicModel


class CodeSnapshot(AbstractCodeSnapshot):
    """An earlier version of a candidate's draft."""

    interview = models.ForeignKey("interviews.Interview", models.CASCADE, related_name="code_snapshots")
    question = models.ForeignKey(DSAQuestion, models.CASCADE, related_name="snapshots")

    class Meta(AbstractCodeSnapshot.Meta):
        verbose_name = _("earlier version")
        verbose_name_plural = _("earlier versions")
        indexes = [models.Index(fields=["interview", "question", "language", "-typed_at"])]


class TypingRecord(PublicModel):
    """How a candidate typed a program in one language: `base` and every edit after it, as compressed JSON lines
    (assessments.edits says what is in a line). Complete means: replayed, it gives the stored draft exactly."""

    interview = models.ForeignKey("interviews.Interview", models.CASCADE, related_name="typing_records")
    question = models.ForeignKey(DSAQuestion, models.CASCADE, related_name="typing_records")
    language = models.CharField(_("language"), max_length=20)
    base = models.TextField(_("text at the beginning"), blank=True)
    events = models.BinaryField(_("events"), default=bytes)
    count = models.PositiveIntegerField(_("number of events"), default=0)
    size = models.PositiveIntegerField(_("size before compression"), default=0)
    began_at = models.DateTimeField(_("began at"))
    length_ms = models.PositiveIntegerField(_("length (ms)"), default=0)
    session = models.CharField(max_length=36, blank=True, editable=False)
    session_count = models.PositiveIntegerField(default=0, editable=False)
    is_complete = models.BooleanField(_("complete"), default=True)

    class Meta:
        verbose_name = _("typing record")
        verbose_name_plural = _("typing records")
        constraints = [
            models.UniqueConstraint(
                fields=["interview", "question", "language"], name="one_typing_record_per_language"
            )
        ]

    def __str__(self) -> str:
        return f"{self.question_id} in {self.language}: {self.count}"
