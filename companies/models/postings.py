"""What the job board searches: one row for each open job of either kind, and the words that occur in them."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from companies.enums import EmploymentType, WorkMode
from companies.models.ai_jobs import AiInterviewedJob
from companies.models.companies import Company
from companies.models.jobs import Job, JobListing
from companies.search.fields import WordsField


class JobPostingQuerySet(models.QuerySet):
    """Jobs on the board."""

    def to_show(self) -> models.QuerySet:
        """With what a page shows of them, without the index."""
        return self.select_related("company", "job__company", "ai_job__company").defer("search")


class JobPosting(models.Model):
    """An open job as the board finds, counts and lists it. Written by companies.services.postings alone; it may be
    thrown away and made again from the jobs. Salaries are yearly, and stated only where the company shows them."""

    uid = models.UUIDField(_("id of the job"), unique=True, editable=False)
    job = models.OneToOneField(Job, models.CASCADE, null=True, blank=True, related_name="posting")
    ai_job = models.OneToOneField(
        AiInterviewedJob, models.CASCADE, null=True, blank=True, related_name="posting"
    )
    company = models.ForeignKey(Company, models.CASCADE, related_name="postings")
    company_name = models.CharField(_("company"), max_length=150)
    title = models.CharField(_("title"), max_length=150)
    place = models.CharField(_("place"), max_length=150, blank=True)
    place_key = models.CharField(max_length=150, blank=True)
    work_mode = models.CharField(_("work mode"), max_length=10, choices=WorkMode)
    employment_type = models.CharField(_("type"), max_length=12, choices=EmploymentType, blank=True)
    skills = models.JSONField(_("skills"), default=list)
    min_experience_years = models.PositiveSmallIntegerField(null=True)
    max_experience_years = models.PositiveSmallIntegerField(null=True)
    experience_bands = models.CharField(max_length=60, blank=True)
    currency = models.CharField(_("currency"), max_length=3)
    min_salary = models.PositiveBigIntegerField(_("yearly salary from"), null=True)
    max_salary = models.PositiveBigIntegerField(_("yearly salary to"), null=True)
    pay_bands = models.CharField(max_length=150, blank=True)
    pay_order = models.BigIntegerField(default=-1)
    featured = models.BooleanField(_("featured"), default=False)
    posted_at = models.DateTimeField(_("posted at"))
    listed_at = models.DateTimeField(_("on the board since"), default=timezone.now)
    indexed_at = models.DateTimeField(_("brought up to date at"), default=timezone.now)
    title_words = models.TextField()
    skill_words = models.TextField(blank=True)
    company_words = models.TextField(blank=True)
    place_words = models.TextField(blank=True)
    search = WordsField()

    objects = JobPostingQuerySet.as_manager()

    class Meta:
        ordering = ["-posted_at", "-id"]
        verbose_name = _("job on the board")
        verbose_name_plural = _("jobs on the board")
        constraints = [
            models.CheckConstraint(
                condition=Q(job=None, ai_job__isnull=False) | Q(job__isnull=False, ai_job=None),
                name="posting_of_one_job",
            )
        ]
        indexes = [
            models.Index(fields=["-posted_at", "-id"], name="posting_newest"),
            models.Index(fields=["-featured", "-posted_at", "-id"], name="posting_featured"),
            models.Index(fields=["-pay_order", "-posted_at", "-id"], name="posting_pay"),
            models.Index(fields=["-listed_at"], name="posting_listed"),
        ]

    def __str__(self) -> str:
        return f"{self.title}, {self.company_name}"

    @property
    def listing(self) -> JobListing:
        """The job itself."""
        return self.job or self.ai_job

    @property
    def slug(self) -> str:
        """The readable part of its address."""
        return slugify(self.title)[:60].strip("-") or "job"


class SearchWord(models.Model):
    """A word that occurs in a posting: what a misspelt one may have meant."""

    word = models.CharField(max_length=40, unique=True)

    class Meta:
        verbose_name = _("word of the job board")
        verbose_name_plural = _("words of the job board")

    def __str__(self) -> str:
        return self.word
