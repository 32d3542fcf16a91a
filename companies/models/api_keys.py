"""Keys by which a company's own servers use the API."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from companies.enums import Scope
from companies.models.companies import Company
from companies.models.team import Membership
from interviewer.db.models import PublicModel


class ApiKeyQuerySet(models.QuerySet):
    """Keys, reached through their company."""

    def for_company(self, company: Company) -> models.QuerySet:
        """The keys of one company."""
        return self.filter(company=company)

    def open(self) -> models.QuerySet:
        """Those that are good now."""
        return self.filter(revoked_at=None).exclude(expires_at__lte=timezone.now())


class ApiKey(PublicModel):
    """A key acts for the member who made it, within its scopes, and stops with their membership. Only a hash of its
    secret is kept; the prefix tells keys apart."""

    company = models.ForeignKey(Company, models.CASCADE, related_name="api_keys")
    made_by = models.ForeignKey(Membership, models.CASCADE, related_name="api_keys")
    name = models.CharField(_("name"), max_length=100)
    prefix = models.CharField(_("begins with"), max_length=20, unique=True)
    secret_hash = models.CharField(max_length=64)
    scopes = models.JSONField(_("may"), default=list)
    last_used_at = models.DateTimeField(_("last used"), null=True, blank=True)
    expires_at = models.DateTimeField(_("expires at"), null=True, blank=True)
    revoked_at = models.DateTimeField(_("revoked at"), null=True, blank=True)

    objects = ApiKeyQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        verbose_name = _("API key")
        verbose_name_plural = _("API keys")

    def __str__(self) -> str:
        return f"{self.name} ({self.prefix}…)"

    @property
    def identity(self) -> str:
        """Who spends budgets."""
        return f"key:{self.pk}"

    @property
    def scope_labels(self) -> list[str]:
        """What it may do, in words."""
        return [str(Scope(scope).label) for scope in self.scopes if scope in Scope.values]
