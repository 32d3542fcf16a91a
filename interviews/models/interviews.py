"""One candidate's interview: who, for which job, how far, with which scores."""

from __future__ import annotations

import secrets
from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from companies.models import AiInterviewedJob, Company
from interviewer.db.models import PublicModel, SoftDeletedModel, SoftDeletedQuerySet, TimedModel
from interviews.enums import Decision, InterviewSource, InterviewStatus, Stage
from interviews.models.rubrics import Rubric


def new_link_token() -> str:
    """An unguessable token for a private link (192 bits)."""
    return secrets.token_urlsafe(24)


class InterviewQuerySet(SoftDeletedQuerySet):
    """Interviews, reached through the company, the link or the job seeker."""

    def for_company(self, company: Company) -> models.QuerySet:
        """Interviews of one company's jobs."""
        return self.alive().filter(company=company, job__deleted_at=None)

    def for_candidate(self, token: str) -> models.QuerySet:
        """The interview that a private link names."""
        if "\0" in token:  # PostgreSQL refuses the query; no token has one
            return self.none()
        return self.alive().filter(link_token=token)

    def for_seeker(self, seeker: object) -> models.QuerySet:
        """Interviews of one job seeker."""
        return self.alive().filter(job_seeker=seeker)


class CompanyOfJob(models.ForeignKey):
    """The company of the row's job, kept beside it: a company's list is found and sorted by one index.

    It is filled as the row is written, so that nobody who makes an interview has to think of it.
    """

    def pre_save(self, model_instance: models.Model, add: bool) -> object:
        """The company of the job; a job never moves to another one."""
        if add:
            setattr(model_instance, self.attname, model_instance.job.company_id)
        return super().pre_save(model_instance, add)


def _score(label: object) -> models.DecimalField:
    return models.DecimalField(label, max_digits=5, decimal_places=2, null=True, blank=True, editable=False)


class Interview(PublicModel, SoftDeletedModel):
    """One candidate goes through one job's stages. Scores are 0–100, null while not scored."""

    job = models.ForeignKey(AiInterviewedJob, models.PROTECT, related_name="interviews")
    company = CompanyOfJob(Company, models.PROTECT, related_name="interviews", editable=False)
    job_seeker = models.ForeignKey(
        "seekers.JobSeeker", models.SET_NULL, null=True, blank=True, related_name="interviews"
    )
    application = models.ForeignKey(
        "companies.JobApplication",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="interviews",
        help_text=_("The application to a classic job that led to it."),
    )
    status = models.CharField(
        _("status"), max_length=12, choices=InterviewStatus, default=InterviewStatus.INVITED, editable=False
    )
    source = models.CharField(
        _("source"), max_length=12, choices=InterviewSource, default=InterviewSource.INVITATION
    )
    source_tag = models.SlugField(
        _("source tag"),
        max_length=40,
        blank=True,
        db_index=False,  # the job's index below is the one that is asked
        help_text=_("Where the candidate found the job, as the link or the list said: careers-page."),
    )
    external_id = models.CharField(
        _("external id"), max_length=64, blank=True, help_text=_("The candidate's number in another system.")
    )
    link_token = models.CharField(max_length=64, unique=True, default=new_link_token, editable=False)
    link_expires_at = models.DateTimeField(_("link expires at"))
    opened_at = models.DateTimeField(_("first opened at"), null=True, blank=True, editable=False)
    reminders_off_at = models.DateTimeField(
        _("no reminders since"), null=True, blank=True, help_text=_("The candidate does not want any.")
    )
    plan = models.JSONField(
        _("settings at the start"),
        default=dict,
        editable=False,
        help_text=_("The job's stages, thresholds and times as they were when the candidate began."),
    )
    rubric = models.ForeignKey(Rubric, models.PROTECT, null=True, blank=True, related_name="interviews")

    first_name = models.CharField(_("first name"), max_length=100, blank=True)
    last_name = models.CharField(_("last name"), max_length=100, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    email_verified_at = models.DateTimeField(_("e-mail verified at"), null=True, blank=True, editable=False)
    phone = models.CharField(_("phone"), max_length=30, blank=True)
    city = models.CharField(_("city"), max_length=120, blank=True)
    years_of_experience = models.DecimalField(
        _("years of experience"), max_digits=4, decimal_places=1, null=True, blank=True
    )
    education = models.TextField(_("education"), blank=True, max_length=5_000)
    skills = models.JSONField(_("skills"), default=list, blank=True)
    linkedin_url = models.URLField(_("LinkedIn"), blank=True)
    portfolio_url = models.URLField(_("portfolio"), blank=True)
    resume = models.FileField(_("résumé"), upload_to="interviews/resumes", blank=True)
    resume_name = models.CharField(_("name of the file"), max_length=200, blank=True)
    resume_text = models.TextField(_("text of the résumé"), blank=True)
    resume_findings = models.JSONField(_("found in the résumé"), default=list, blank=True, editable=False)

    match_score = _score(_("match"))
    match_feedback = models.JSONField(_("match in detail"), default=dict, blank=True, editable=False)
    quiz_score = _score(_("quiz"))
    coding_score = _score(_("coding"))
    technical_score = _score(_("technical"))
    communication_score = _score(_("communication"))
    problem_solving_score = _score(_("problem solving"))
    cultural_fit_score = _score(_("working together"))
    conversation_score = _score(_("conversation"))
    overall_score = _score(_("overall"))
    recruiter_feedback = models.TextField(_("feedback for the recruiter"), blank=True, editable=False)
    candidate_feedback = models.TextField(_("feedback for the candidate"), blank=True, editable=False)
    suggestions = models.JSONField(_("suggestions"), default=list, blank=True, editable=False)
    key_terms = models.JSONField(_("key terms"), default=list, blank=True, editable=False)
    report = models.JSONField(_("report"), default=dict, blank=True, editable=False)
    report_pdf = models.FileField(
        _("report as PDF"), upload_to="interviews/reports", blank=True, editable=False
    )
    feedback_pdf = models.FileField(
        _("candidate's feedback as PDF"), upload_to="interviews/reports", blank=True, editable=False
    )

    text_only = models.BooleanField(_("typed answers, no recording"), default=False)
    extra_time_percent = models.PositiveSmallIntegerField(
        _("extra time (%)"), default=0, help_text=_("An accommodation: every clock runs this much longer.")
    )
    without_camera = models.BooleanField(
        _("no camera"), default=False, help_text=_("An accommodation: answers are heard and not filmed.")
    )
    large_captions = models.BooleanField(
        _("large captions"), default=False, help_text=_("An accommodation: what is said is shown large.")
    )
    language = models.CharField(
        _("language"), max_length=8, blank=True, help_text=_("Empty: the language of the job's interviews.")
    )
    started_at = models.DateTimeField(_("started at"), null=True, blank=True, editable=False)
    submitted_at = models.DateTimeField(_("submitted at"), null=True, blank=True, editable=False)
    completed_at = models.DateTimeField(_("completed at"), null=True, blank=True, editable=False)
    decision = models.CharField(_("decision"), max_length=12, choices=Decision, default=Decision.UNDECIDED)
    decision_reason = models.TextField(_("reason"), blank=True, max_length=2_000)
    decided_by = models.ForeignKey(
        "accounts.User", models.SET_NULL, null=True, blank=True, related_name="+", editable=False
    )
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True, editable=False)
    decision_version = models.PositiveIntegerField(
        default=0,
        editable=False,
        help_text=_("Grows with each decision, so that none is overwritten unseen."),
    )
    flagged = models.BooleanField(_("flagged"), default=False)
    flag_reason = models.CharField(_("why it is flagged"), max_length=300, blank=True)
    tags = models.ManyToManyField("Tag", through="InterviewTag", related_name="interviews")
    notes = models.TextField(_("notes"), blank=True)

    #: Whether the AI's scores are hidden from the member who looks (interviews.queries.sight annotates it).
    is_blind = False

    objects = InterviewQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-id"]
        verbose_name = _("interview")
        verbose_name_plural = _("interviews")
        constraints = [
            # Only a proven address is reserved, so that nobody locks another out by typing theirs.
            models.UniqueConstraint(
                fields=["job", "email"],
                condition=Q(email_verified_at__isnull=False, deleted_at=None),
                name="one_interview_per_email_and_job",
            ),
            models.CheckConstraint(
                condition=Q(overall_score=None) | Q(overall_score__gte=0, overall_score__lte=100),
                name="overall_score_range",
            ),
        ]
        indexes = [
            models.Index(fields=["job", "status", "-created_at"]),
            models.Index(fields=["job", "-overall_score"]),
            models.Index(fields=["job", "-created_at"]),
            models.Index(fields=["job", "source_tag"], name="interview_source"),
            models.Index(
                fields=["link_expires_at"], name="interview_to_remind", condition=Q(status="invited")
            ),
            models.Index(fields=["email"]),
            # The list of a company, in each order that it can be asked for; PostgreSQL has further ones for scores
            # and for words (migration 0007): other databases can't make them.
            models.Index(fields=["company", "-created_at", "-id"], name="interview_newest"),
            models.Index(fields=["company", "status", "-created_at"], name="interview_status"),
            models.Index(fields=["company", "decision", "status"], name="interview_decision"),
            models.Index(fields=["company", "first_name", "last_name", "id"], name="interview_name"),
            models.Index(
                fields=["company", "-created_at"], name="interview_flagged", condition=Q(flagged=True)
            ),
        ]

    def __str__(self) -> str:
        return self.full_name or self.email or str(self.uid)

    @property
    def full_name(self) -> str:
        """First and last name, or nothing while they are unknown."""
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def came_by(self) -> str:
        """How the candidate came: the tag of the link or list, else the kind of way."""
        return self.source_tag or self.get_source_display()

    def link_is_open(self, now: datetime | None = None) -> bool:
        """Whether the private link still leads in: in time and not at an end."""
        ended = {InterviewStatus.EXPIRED, InterviewStatus.REVOKED, InterviewStatus.WITHDRAWN}
        if self.status in ended:
            return False
        return self.status != InterviewStatus.INVITED or self.link_expires_at > (now or timezone.now())


class Invitation(PublicModel):
    """An e-mail that asks somebody to an interview; sending again makes a further row."""

    interview = models.ForeignKey(Interview, models.CASCADE, related_name="invitations")
    email = models.EmailField(_("e-mail"))
    name = models.CharField(_("name"), max_length=200, blank=True)
    invited_by = models.ForeignKey(
        "accounts.User", models.SET_NULL, null=True, blank=True, related_name="invitations_sent"
    )
    message = models.TextField(_("personal message"), blank=True, max_length=2_000)
    sent_at = models.DateTimeField(_("sent at"), default=timezone.now)
    revoked_at = models.DateTimeField(_("revoked at"), null=True, blank=True)

    class Meta:
        ordering = ["-sent_at"]
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        indexes = [models.Index(fields=["email"])]

    def __str__(self) -> str:
        return self.email


class Consent(models.Model):
    """The candidate agreed to a text, in a version, at a time."""

    interview = models.ForeignKey(Interview, models.CASCADE, related_name="consents")
    text_version = models.CharField(_("version of the text"), max_length=20)
    text_hash = models.CharField(_("SHA-256 of the text shown"), max_length=64)
    language = models.CharField(_("language"), max_length=8, default="en")
    given_at = models.DateTimeField(_("given at"), default=timezone.now)
    address = models.GenericIPAddressField(null=True, blank=True)
    user_agent = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        constraints = [
            models.UniqueConstraint(fields=["interview", "text_version"], name="consent_once_per_text")
        ]

    def __str__(self) -> str:
        return f"{self.interview_id}: {self.text_version}"


class StageAttempt(TimedModel):
    """A candidate is in, or was in, a stage. Its `deadline_at` is the only clock."""

    interview = models.ForeignKey(Interview, models.CASCADE, related_name="stage_attempts")
    stage = models.CharField(_("stage"), max_length=12, choices=Stage)
    started_at = models.DateTimeField(_("started at"), default=timezone.now)
    deadline_at = models.DateTimeField(_("deadline"), null=True, blank=True)
    finished_at = models.DateTimeField(_("finished at"), null=True, blank=True)
    timed_out = models.BooleanField(_("ended by the clock"), default=False)
    given_back = models.DurationField(_("time given back"), null=True, blank=True)
    state = models.JSONField(
        default=dict,
        blank=True,
        help_text=_("What the stage remembers: order of questions, marks for later."),
    )

    class Meta:
        ordering = ["started_at", "id"]
        verbose_name = _("stage attempt")
        verbose_name_plural = _("stage attempts")
        constraints = [models.UniqueConstraint(fields=["interview", "stage"], name="one_attempt_per_stage")]
        indexes = [models.Index(fields=["deadline_at"], condition=Q(finished_at=None), name="attempt_open")]

    def __str__(self) -> str:
        return f"{self.interview_id}: {self.stage}"
