"""A job seeker."""

from __future__ import annotations

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from interviewer.db.models import PublicModel, SoftDeletedModel, SoftDeletedQuerySet
from seekers.enums import Gender


class JobSeekerQuerySet(SoftDeletedQuerySet):
    """Job seekers, reached through their account."""

    def for_user(self, user: object) -> models.QuerySet:
        """The profile of one account, unless it was deleted."""
        return self.alive().filter(user=user)


class JobSeeker(PublicModel, SoftDeletedModel):
    """A person who looks for work, with a profile."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="job_seeker")
    first_name = models.CharField(_("first name"), max_length=100)
    last_name = models.CharField(_("last name"), max_length=100, blank=True)
    gender = models.CharField(_("gender"), max_length=12, choices=Gender, blank=True)
    birth_on = models.DateField(_("date of birth"), null=True, blank=True)
    phone = models.CharField(_("phone"), max_length=20, blank=True)
    phone_country_code = models.CharField(_("country code"), max_length=6, blank=True)
    phone_verified_at = models.DateTimeField(null=True, blank=True, editable=False)
    current_city = models.ForeignKey(
        "locations.City", models.SET_NULL, null=True, blank=True, related_name="residents"
    )
    home_city = models.ForeignKey(
        "locations.City", models.SET_NULL, null=True, blank=True, related_name="natives"
    )
    wants_internships = models.BooleanField(_("looks for internships"), default=False)
    wants_jobs = models.BooleanField(_("looks for jobs"), default=True)
    min_months = models.PositiveSmallIntegerField(
        _("shortest duration in months"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(120)],
    )
    preferred_place = models.CharField(_("preferred place"), max_length=150, blank=True)
    years_of_experience = models.DecimalField(
        _("years of experience"),
        max_digits=4,
        decimal_places=1,
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(70)],
    )
    wants_updates = models.BooleanField(_("wants updates by e-mail"), default=False)
    key_skills = models.JSONField(_("key skills"), default=list, blank=True)
    languages = models.JSONField(_("languages"), default=list, blank=True)
    summary = models.TextField(_("summary"), blank=True, max_length=5_000)
    awards = models.TextField(_("awards"), blank=True, max_length=5_000)
    resume = models.FileField(_("résumé"), upload_to="seekers/resumes", blank=True)
    resume_name = models.CharField(_("name of the résumé's file"), max_length=200, blank=True)
    photo = models.FileField(_("photo"), upload_to="seekers/photos", blank=True)
    edudiagno_score = models.DecimalField(
        _("EduDiagno score"), max_digits=5, decimal_places=2, null=True, blank=True, editable=False
    )
    shows_score = models.BooleanField(_("recruiters may see the EduDiagno score"), default=False)
    verified_at = models.DateTimeField(_("verified at"), null=True, blank=True, editable=False)
    suspended_at = models.DateTimeField(_("suspended at"), null=True, blank=True, editable=False)
    staff_notes = models.TextField(_("staff notes"), blank=True)

    objects = JobSeekerQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        verbose_name = _("job seeker")
        verbose_name_plural = _("job seekers")

    def __str__(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def whole_phone(self) -> str:
        """The number with its country code, as it is called from anywhere; empty without a number."""
        return f"{self.phone_country_code}{self.phone}" if self.phone else ""


class ProfileSectionQuerySet(models.QuerySet):
    """Rows of a profile, reached through its owner."""

    def for_seeker(self, seeker: JobSeeker) -> models.QuerySet:
        """Rows of one job seeker."""
        return self.filter(job_seeker=seeker)


class ProfileSection(PublicModel):
    """One entry of one section of a profile, in the owner's order."""

    job_seeker = models.ForeignKey(JobSeeker, models.CASCADE, related_name="%(class)ss")
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = ProfileSectionQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["order", "id"]
