"""What happened, for a company's programs: events, the addresses they are sent to, and every sending."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from companies.enums import DeliveryStatus
from companies.models.companies import Company
from interviewer.db.models import PublicModel


class OfCompanyQuerySet(models.QuerySet):
    """Rows, reached through their company."""

    def for_company(self, company: Company) -> models.QuerySet:
        """Those of one company."""
        return self.filter(company=company)


class CompanyEvent(PublicModel):
    """Something happened. `data` holds ids and no personal data: who may know more asks the API."""

    company = models.ForeignKey(Company, models.CASCADE, related_name="events")
    type = models.CharField(_("event"), max_length=40)
    data = models.JSONField(default=dict)

    objects = OfCompanyQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        verbose_name = _("event")
        verbose_name_plural = _("events")
        indexes = [models.Index(fields=["company", "-id"])]

    def __str__(self) -> str:
        return f"{self.type} {self.uid}"


class WebhookEndpoint(PublicModel):
    """An address that a company's events are sent to. The secret signs, so it is kept; it is shown once."""

    company = models.ForeignKey(Company, models.CASCADE, related_name="webhook_endpoints")
    url = models.URLField(_("address"), max_length=500)
    events = models.JSONField(_("events"), default=list, blank=True, help_text=_("Empty: all of them."))
    secret = models.CharField(max_length=120)
    old_secret = models.CharField(max_length=120, blank=True)
    old_secret_until = models.DateTimeField(null=True, blank=True)
    disabled_at = models.DateTimeField(_("switched off at"), null=True, blank=True)

    objects = OfCompanyQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        verbose_name = _("webhook")
        verbose_name_plural = _("webhooks")

    def __str__(self) -> str:
        return self.url

    @property
    def secrets(self) -> list[str]:
        """The secrets that sign now: two for a while after a rotation."""
        old = self.old_secret if self.old_secret_until and self.old_secret_until > timezone.now() else ""
        return [one for one in (self.secret, old) if one]


class DeliveryQuerySet(models.QuerySet):
    """Deliveries, reached through the company."""

    def for_company(self, company: Company) -> models.QuerySet:
        """Those of one company's addresses."""
        return self.filter(endpoint__company=company)


class WebhookDelivery(PublicModel):
    """One event on its way to one address, with all of its attempts."""

    endpoint = models.ForeignKey(WebhookEndpoint, models.CASCADE, related_name="deliveries")
    event = models.ForeignKey(CompanyEvent, models.CASCADE, related_name="deliveries")
    status = models.CharField(max_length=10, choices=DeliveryStatus, default=DeliveryStatus.WAITING)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    next_at = models.DateTimeField(_("next attempt"), default=timezone.now)
    claimed_at = models.DateTimeField(null=True, blank=True)
    answered = models.PositiveSmallIntegerField(_("answered with"), null=True, blank=True)
    error = models.CharField(_("error"), max_length=300, blank=True)
    delivered_at = models.DateTimeField(_("delivered at"), null=True, blank=True)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        verbose_name = _("delivery")
        verbose_name_plural = _("deliveries")
        indexes = [
            models.Index(
                fields=["next_at"], condition=~Q(status__in=["delivered", "dead"]), name="delivery_under_way"
            )
        ]

    def __str__(self) -> str:
        return f"{self.event_id} to {self.endpoint_id}: {self.status}"
