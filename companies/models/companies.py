"""A company: its profile and the check of its identity."""

from __future__ import annotations

from decimal import Decimal

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from companies.enums import DocumentType, SizeRange, Verification
from interviewer.db.models import PublicModel, SoftDeletedModel, SoftDeletedQuerySet

#: With fewer ratings an average is hearsay, and tells on those who gave them.
FEWEST_RATINGS = 5


class CompanyQuerySet(SoftDeletedQuerySet):
    """Companies, reached through the people who act for them."""

    def for_user(self, user: object) -> models.QuerySet:
        """Companies that this user is a member of."""
        return self.alive().filter(memberships__user=user, memberships__removed_at=None)

    def public(self) -> models.QuerySet:
        """Companies whose page anybody may open."""
        return self.alive().filter(suspended_at=None)


class Company(PublicModel, SoftDeletedModel):
    """An employer."""

    name = models.CharField(_("name"), max_length=150)
    email = models.EmailField(_("e-mail"))
    phone = models.CharField(_("phone"), max_length=20, blank=True)
    phone_country_code = models.CharField(_("country code"), max_length=6, blank=True)
    phone_verified_at = models.DateTimeField(null=True, blank=True, editable=False)
    website = models.URLField(_("website"), blank=True)
    industry = models.CharField(_("industry"), max_length=100, blank=True)
    size_range = models.CharField(_("size"), max_length=20, choices=SizeRange, blank=True)
    country = models.ForeignKey("locations.Country", models.SET_NULL, null=True, blank=True)
    state = models.ForeignKey("locations.State", models.SET_NULL, null=True, blank=True)
    city = models.ForeignKey("locations.City", models.SET_NULL, null=True, blank=True)
    address = models.CharField(_("address"), max_length=300, blank=True)
    postal_code = models.CharField(_("postal code"), max_length=20, blank=True)
    logo = models.FileField(_("logo"), upload_to="companies/logos", blank=True)
    banner = models.FileField(_("banner"), upload_to="companies/banners", blank=True)
    tagline = models.CharField(_("tagline"), max_length=200, blank=True)
    tags = models.JSONField(_("tags"), default=list, blank=True)
    about = models.TextField(_("about"), blank=True)
    about_poster = models.FileField(_("picture beside the text"), upload_to="companies/posters", blank=True)
    foundation_year = models.PositiveSmallIntegerField(
        _("founded in"), null=True, blank=True, validators=[MinValueValidator(1600), MaxValueValidator(2100)]
    )
    rating = models.DecimalField(
        _("rating"), max_digits=3, decimal_places=2, null=True, blank=True, editable=False
    )
    ratings_count = models.PositiveIntegerField(_("ratings"), default=0, editable=False)
    identity_document = models.FileField(_("identity document"), upload_to="companies/documents", blank=True)
    identity_document_type = models.CharField(
        _("document type"), max_length=20, choices=DocumentType, blank=True
    )
    blind_review = models.BooleanField(
        _("reviewers score blind"),
        default=False,
        help_text=_("Until reviewers hand in their own scorecard they do not see the AI's scores."),
    )
    verified_at = models.DateTimeField(_("verified at"), null=True, blank=True, editable=False)
    refused_at = models.DateTimeField(_("document refused at"), null=True, blank=True, editable=False)
    refusal_reason = models.CharField(_("why the document was refused"), max_length=500, blank=True)
    suspended_at = models.DateTimeField(_("suspended at"), null=True, blank=True, editable=False)
    staff_notes = models.TextField(_("staff notes"), blank=True)

    objects = CompanyQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name = _("company")
        verbose_name_plural = _("companies")

    def __str__(self) -> str:
        return self.name

    @property
    def is_verified(self) -> bool:
        """Whether staff checked its identity document."""
        return self.verified_at is not None

    @property
    def verification(self) -> Verification:
        """Where the check of its identity is."""
        if self.verified_at:
            return Verification.VERIFIED
        if self.refused_at:
            return Verification.REFUSED
        return Verification.WAITING if self.identity_document else Verification.NONE

    @property
    def shown_rating(self) -> Decimal | None:
        """The rating as anybody may see it; None while so few rated that it says who they are."""
        return self.rating if self.ratings_count >= FEWEST_RATINGS else None

    @property
    def is_suspended(self) -> bool:
        """Whether staff stopped it."""
        return self.suspended_at is not None
