"""What a job seeker did: employment, internships, projects, clubs, certificates."""

from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from seekers.models.education import YEAR, HigherEducation
from seekers.models.seekers import ProfileSection

MONTH = [MinValueValidator(1), MaxValueValidator(12)]


class DatedSection(ProfileSection):
    """An entry from one month to another, or until now."""

    start_month = models.PositiveSmallIntegerField(_("from month"), validators=MONTH)
    start_year = models.PositiveSmallIntegerField(_("from year"), validators=YEAR)
    end_month = models.PositiveSmallIntegerField(_("to month"), null=True, blank=True, validators=MONTH)
    end_year = models.PositiveSmallIntegerField(_("to year"), null=True, blank=True, validators=YEAR)
    is_current = models.BooleanField(_("until now"), default=False)
    description = models.TextField(_("description"), blank=True, max_length=5_000)
    skills = models.JSONField(_("skills"), default=list, blank=True)
    url = models.URLField(_("link"), blank=True)

    class Meta(ProfileSection.Meta):
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(end_year=None) | Q(end_year__gte=F("start_year")), name="%(class)s_years"
            )
        ]


class EmploymentDetail(DatedSection):
    """A job held."""

    title = models.CharField(_("title"), max_length=150)
    organisation = models.CharField(_("organisation"), max_length=150)

    class Meta(DatedSection.Meta):
        verbose_name = _("employment")
        verbose_name_plural = _("employment")

    def __str__(self) -> str:
        return f"{self.title}, {self.organisation}"


class Internship(DatedSection):
    """An internship."""

    title = models.CharField(_("title"), max_length=150)
    organisation = models.CharField(_("organisation"), max_length=150)

    class Meta(DatedSection.Meta):
        verbose_name = _("internship")
        verbose_name_plural = _("internships")

    def __str__(self) -> str:
        return f"{self.title}, {self.organisation}"


class Project(DatedSection):
    """Something built."""

    title = models.CharField(_("title"), max_length=150)

    class Meta(DatedSection.Meta):
        verbose_name = _("project")
        verbose_name_plural = _("projects")

    def __str__(self) -> str:
        return self.title


class ClubAndCommittee(DatedSection):
    """Work in a club or committee, perhaps of a college."""

    title = models.CharField(_("role"), max_length=150)
    organisation = models.CharField(_("club or committee"), max_length=150)
    higher_education = models.ForeignKey(
        HigherEducation, models.SET_NULL, null=True, blank=True, related_name="clubs"
    )

    class Meta(DatedSection.Meta):
        verbose_name = _("club or committee")
        verbose_name_plural = _("clubs and committees")

    def __str__(self) -> str:
        return f"{self.title}, {self.organisation}"


class Certification(ProfileSection):
    """A certificate."""

    name = models.CharField(_("name"), max_length=150)
    provider = models.CharField(_("provider"), max_length=150)
    credential_id = models.CharField(_("certificate number"), max_length=100, blank=True)
    url = models.URLField(_("link"), blank=True)
    issued_on = models.DateField(_("issued"), null=True, blank=True)
    expires_on = models.DateField(_("valid until"), null=True, blank=True)
    expires = models.BooleanField(_("expires"), default=False)

    class Meta(ProfileSection.Meta):
        verbose_name = _("certification")
        verbose_name_plural = _("certifications")
        constraints = [
            models.CheckConstraint(
                condition=Q(expires_on=None) | Q(issued_on=None) | Q(expires_on__gte=F("issued_on")),
                name="certification_dates",
            )
        ]

    def __str__(self) -> str:
        return self.name
