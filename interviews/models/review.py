"""What people make of a candidate beside the AI: tags, notes, who is to review, and their scorecards."""

from __future__ import annotations

import zlib

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from companies.models import AiInterviewedJob, Company, Membership
from interviewer.db.models import PublicModel
from interviews.enums import Recommendation
from interviews.models.interviews import Interview
from interviews.models.rubrics import Competency, Rubric

#: So many colours of data are in tokens.css (--data-1 …).
TAG_TONES = 4


class Tag(PublicModel):
    """A word of a company for its candidates. Its colour follows from the word: nobody chooses one."""

    company = models.ForeignKey(Company, models.CASCADE, related_name="candidate_tags")
    name = models.CharField(_("name"), max_length=40)

    class Meta:
        ordering = ["name"]
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        constraints = [models.UniqueConstraint("company", Lower("name"), name="tag_once_per_company")]

    def __str__(self) -> str:
        return self.name

    @property
    def tone(self) -> int:
        """The number of its tone, 1 to 4, the same wherever the word stands."""
        return zlib.crc32(self.name.lower().encode()) % TAG_TONES + 1


class InterviewTag(models.Model):
    """A candidate carries a tag."""

    interview = models.ForeignKey(Interview, models.CASCADE, related_name="tag_links")
    tag = models.ForeignKey(Tag, models.CASCADE, related_name="links")
    added_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, blank=True, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("tag of a candidate")
        verbose_name_plural = _("tags of candidates")
        constraints = [models.UniqueConstraint(fields=["interview", "tag"], name="tag_once_per_interview")]

    def __str__(self) -> str:
        return f"{self.interview_id}: {self.tag_id}"


class Note(PublicModel):
    """What a member wrote about a candidate, for colleagues."""

    interview = models.ForeignKey(Interview, models.CASCADE, related_name="written_notes")
    author = models.ForeignKey("accounts.User", models.SET_NULL, null=True, blank=True, related_name="+")
    author_label = models.CharField(max_length=200, help_text=_("Kept when the user is erased."))
    text = models.TextField(_("note"), max_length=5_000)
    mentions = models.ManyToManyField(Membership, related_name="+", blank=True)

    class Meta:
        ordering = ["-id"]
        verbose_name = _("note")
        verbose_name_plural = _("notes")

    def __str__(self) -> str:
        return self.text[:80]


class ReviewAssignment(PublicModel):
    """A member is to review one interview, or every one of a job."""

    membership = models.ForeignKey(Membership, models.CASCADE, related_name="review_assignments")
    job = models.ForeignKey(
        AiInterviewedJob, models.CASCADE, null=True, blank=True, related_name="review_assignments"
    )
    interview = models.ForeignKey(
        Interview, models.CASCADE, null=True, blank=True, related_name="review_assignments"
    )
    assigned_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["id"]
        verbose_name = _("review assignment")
        verbose_name_plural = _("review assignments")
        constraints = [
            models.CheckConstraint(
                condition=Q(job=None, interview__isnull=False) | Q(job__isnull=False, interview=None),
                name="assigned_to_job_or_interview",
            ),
            models.UniqueConstraint(
                fields=["membership", "job"], condition=Q(interview=None), name="assigned_once_per_job"
            ),
            models.UniqueConstraint(
                fields=["membership", "interview"], condition=Q(job=None), name="assigned_once_per_interview"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.membership_id}: {self.interview_id or self.job_id}"


class Scorecard(PublicModel):
    """A member's own levels for an interview. Once handed in it is never changed: it is a first impression."""

    interview = models.ForeignKey(Interview, models.CASCADE, related_name="scorecards")
    author = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")
    author_label = models.CharField(max_length=200, help_text=_("Kept when the user is erased."))
    rubric = models.ForeignKey(Rubric, models.PROTECT, null=True, blank=True, related_name="+")
    recommendation = models.CharField(_("recommendation"), max_length=12, choices=Recommendation)
    comment = models.TextField(_("comment"), blank=True, max_length=5_000)
    was_blind = models.BooleanField(_("scored before the AI's scores were seen"), default=False)

    class Meta:
        ordering = ["id"]
        verbose_name = _("scorecard")
        verbose_name_plural = _("scorecards")
        constraints = [
            models.UniqueConstraint(fields=["interview", "author"], name="one_scorecard_per_reviewer")
        ]

    def __str__(self) -> str:
        return f"{self.interview_id}: {self.author_label}"


class ScorecardLevel(models.Model):
    """A reviewer's level for one competency; empty where they could not tell."""

    scorecard = models.ForeignKey(Scorecard, models.CASCADE, related_name="levels")
    competency = models.ForeignKey(Competency, models.PROTECT, related_name="+")
    level = models.PositiveSmallIntegerField(
        _("level"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(5)]
    )

    class Meta:
        ordering = ["competency__order", "id"]
        verbose_name = _("level of a scorecard")
        verbose_name_plural = _("levels of scorecards")
        constraints = [
            models.UniqueConstraint(fields=["scorecard", "competency"], name="one_level_per_scorecard"),
            models.CheckConstraint(
                condition=Q(level=None) | Q(level__gte=1, level__lte=5), name="scorecard_level_range"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.competency_id}: {self.level or '–'}"
