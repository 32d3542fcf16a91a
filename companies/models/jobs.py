"""A classic job: shown on the board, applied to with a résumé."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from companies.enums import ClassicJobState, WorkMode
from companies.models.companies import Company
from interviewer.db.models import PublicModel, SoftDeletedModel, SoftDeletedQuerySet


class PublishedQuerySet(SoftDeletedQuerySet):
    """Jobs of either kind, reached through their company."""

    def for_company(self, company: Company) -> models.QuerySet:
        """Jobs of one company that it did not delete."""
        return self.alive().filter(company=company)


class JobListing(PublicModel, SoftDeletedModel):
    """What both kinds of job share, and what staff decide."""

    title = models.CharField(_("title"), max_length=150)
    description = models.TextField(_("description"), blank=True, max_length=20_000)
    min_experience_years = models.PositiveSmallIntegerField(
        _("experience from (years)"), null=True, blank=True
    )
    max_experience_years = models.PositiveSmallIntegerField(_("experience to (years)"), null=True, blank=True)
    currency = models.CharField(_("currency"), max_length=3, default="INR")
    min_salary = models.PositiveIntegerField(_("salary from"), null=True, blank=True)
    max_salary = models.PositiveIntegerField(_("salary to"), null=True, blank=True)
    show_salary = models.BooleanField(_("show salary"), default=True)
    skills = models.JSONField(_("skills"), default=list, blank=True)
    benefits = models.TextField(_("benefits"), blank=True, max_length=10_000)
    featured = models.BooleanField(_("featured"), default=False)
    approved = models.BooleanField(
        _("approved"), default=True, help_text=_("Staff may take a job down here.")
    )
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True)
    staff_notes = models.TextField(_("staff notes"), blank=True)

    objects = PublishedQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(min_experience_years=None)
                | Q(max_experience_years=None)
                | Q(max_experience_years__gte=F("min_experience_years")),
                name="%(class)s_experience_range",
            ),
            models.CheckConstraint(
                condition=Q(min_salary=None) | Q(max_salary=None) | Q(max_salary__gte=F("min_salary")),
                name="%(class)s_salary_range",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Job(JobListing):
    """A classic job. Salaries are monthly, in whole units of the currency. Until it is posted it is a draft."""

    company = models.ForeignKey(Company, models.CASCADE, related_name="jobs")
    role = models.CharField(_("role"), max_length=100, blank=True)
    location = models.CharField(_("location"), max_length=150, blank=True)
    locality = models.CharField(_("locality"), max_length=150, blank=True)
    work_mode = models.CharField(_("work mode"), max_length=10, choices=WorkMode, default=WorkMode.ON_SITE)
    qualification = models.CharField(_("qualification"), max_length=150, blank=True)
    degree = models.CharField(_("degree"), max_length=150, blank=True)
    previous_industry = models.CharField(_("previous industry"), max_length=100, blank=True)
    languages = models.JSONField(_("languages"), default=list, blank=True)
    posted_at = models.DateTimeField(
        _("posted at"), default=timezone.now, null=True, blank=True, help_text=_("Empty: a draft.")
    )

    class Meta(JobListing.Meta):
        ordering = ["-posted_at"]
        verbose_name = _("job")
        verbose_name_plural = _("jobs")
        indexes = [
            models.Index(fields=["company", "-posted_at"]),
            models.Index(
                fields=["-posted_at"],
                name="job_open",
                condition=Q(closed_at=None, deleted_at=None, approved=True),
            ),
        ]

    @property
    def state(self) -> ClassicJobState:
        """Draft, open or closed, as the company left it."""
        if self.posted_at is None:
            return ClassicJobState.DRAFT
        return ClassicJobState.OPEN if self.closed_at is None else ClassicJobState.CLOSED

    @property
    def is_open(self) -> bool:
        """Whether job seekers may apply: posted, approved, not closed or deleted, its company neither gone nor stopped."""
        company = self.company
        return (
            self.state == ClassicJobState.OPEN
            and self.approved
            and not self.is_deleted
            and not company.is_suspended
            and not company.is_deleted
        )
