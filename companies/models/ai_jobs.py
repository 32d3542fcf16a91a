"""A job whose candidates are interviewed by the AI."""

from __future__ import annotations

import secrets

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from companies.enums import BlindReview, EmploymentType, JobStatus, QuizTiming, WorkMode
from companies.models.companies import Company
from companies.models.jobs import JobListing

_PERCENT = [MaxValueValidator(100)]


def new_public_token() -> str:
    """An unguessable token for a job's public link (128 bits)."""
    return secrets.token_urlsafe(16)


class AiInterviewedJob(JobListing):
    """A job with its interview: stages on and off, thresholds, times. Salaries are yearly.

    What a candidate started with is kept on the Interview, so editing a job never moves the goal.
    """

    company = models.ForeignKey(Company, models.CASCADE, related_name="ai_jobs")
    department = models.CharField(_("department"), max_length=100, blank=True)
    city = models.CharField(_("city"), max_length=120, blank=True)
    work_mode = models.CharField(_("work place"), max_length=10, choices=WorkMode, default=WorkMode.ON_SITE)
    employment_type = models.CharField(
        _("type"), max_length=12, choices=EmploymentType, default=EmploymentType.FULL_TIME
    )
    duration_months = models.PositiveSmallIntegerField(_("duration in months"), null=True, blank=True)
    key_qualification = models.CharField(_("key qualification"), max_length=200, blank=True)
    requirements = models.TextField(_("requirements"), blank=True, max_length=10_000)
    status = models.CharField(_("status"), max_length=8, choices=JobStatus, default=JobStatus.DRAFT)
    published_at = models.DateTimeField(_("published at"), null=True, blank=True, editable=False)
    public_token = models.CharField(max_length=40, unique=True, default=new_public_token, editable=False)
    public_link_open = models.BooleanField(_("anyone with the public link may start"), default=True)

    has_match = models.BooleanField(_("match the résumé"), default=True)
    match_threshold = models.PositiveSmallIntegerField(
        _("lowest match score"),
        null=True,
        blank=True,
        validators=_PERCENT,
        help_text=_("Below it the interview ends courteously after the match. Empty: nobody is turned away."),
    )
    has_quiz = models.BooleanField(_("quiz"), default=False)
    quiz_timing = models.CharField(
        _("quiz timing"), max_length=12, choices=QuizTiming, default=QuizTiming.WHOLE_TEST
    )
    quiz_minutes = models.PositiveSmallIntegerField(
        _("quiz minutes"), default=15, validators=[MinValueValidator(1), MaxValueValidator(180)]
    )
    has_coding = models.BooleanField(_("coding"), default=False)
    coding_minutes = models.PositiveSmallIntegerField(
        _("coding minutes"), default=45, validators=[MinValueValidator(5), MaxValueValidator(300)]
    )
    coding_languages = models.JSONField(_("languages"), default=list, blank=True, help_text=_("Empty: all."))
    has_conversation = models.BooleanField(_("conversation"), default=True)
    question_count = models.PositiveSmallIntegerField(
        _("generated questions"), default=4, validators=[MaxValueValidator(15)]
    )
    max_follow_ups = models.PositiveSmallIntegerField(
        _("follow-ups per competency"), default=1, validators=[MaxValueValidator(3)]
    )
    has_warm_up = models.BooleanField(_("an easy question to begin with, not scored"), default=True)
    takes_questions = models.BooleanField(_("candidates may ask about the job at the end"), default=True)
    answer_seconds = models.PositiveSmallIntegerField(
        _("seconds per answer"), default=180, validators=[MinValueValidator(30), MaxValueValidator(900)]
    )
    allow_rerecord = models.BooleanField(_("one new recording per answer"), default=True)
    uses_camera = models.BooleanField(_("record video"), default=True)
    allow_text_only = models.BooleanField(
        _("typed answers without camera and microphone allowed"), default=True
    )
    share_feedback = models.BooleanField(_("show candidates their feedback"), default=True)
    interview_language = models.CharField(_("language of the interview"), max_length=8, default="en")
    offered_languages = models.JSONField(
        _("languages that candidates may choose instead"), default=list, blank=True
    )
    invitation_days = models.PositiveSmallIntegerField(
        _("days a link is open"), default=14, validators=[MinValueValidator(1), MaxValueValidator(180)]
    )
    sends_reminders = models.BooleanField(
        _("remind whoever was invited and has not begun"),
        default=True,
        help_text=_("Three days after an unopened invitation, and two days and one day before its end."),
    )
    retention_days = models.PositiveSmallIntegerField(
        _("days recordings are kept"), default=180, validators=[MinValueValidator(7), MaxValueValidator(1095)]
    )
    blind_review = models.CharField(
        _("blind review"), max_length=8, choices=BlindReview, default=BlindReview.COMPANY
    )
    quiz_weight = models.PositiveSmallIntegerField(_("weight of the quiz"), default=20, validators=_PERCENT)
    coding_weight = models.PositiveSmallIntegerField(_("weight of coding"), default=30, validators=_PERCENT)
    conversation_weight = models.PositiveSmallIntegerField(
        _("weight of the conversation"), default=50, validators=_PERCENT
    )

    class Meta(JobListing.Meta):
        ordering = ["-created_at"]
        verbose_name = _("AI-interviewed job")
        verbose_name_plural = _("AI-interviewed jobs")
        indexes = [
            models.Index(fields=["company", "status", "-created_at"]),
            models.Index(
                fields=["-published_at"],
                name="ai_job_open",
                condition=Q(status="active", deleted_at=None, approved=True),
            ),
        ]

    @property
    def is_open(self) -> bool:
        """Whether candidates may begin: active, approved, not deleted, its company neither gone nor stopped."""
        company = self.company
        return (
            self.status == JobStatus.ACTIVE
            and self.approved
            and not self.is_deleted
            and not company.is_suspended
            and not company.is_deleted
        )
