"""Places."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Country(models.Model):
    """A country with its ISO 3166-1 codes."""

    name = models.CharField(_("name"), max_length=100)
    iso2 = models.CharField(_("ISO code (2 letters)"), max_length=2, unique=True)
    iso3 = models.CharField(_("ISO code (3 letters)"), max_length=3, unique=True)
    phone_code = models.CharField(_("phone code"), max_length=20, blank=True)
    currency = models.CharField(_("currency (ISO 4217)"), max_length=3, blank=True)

    class Meta:
        ordering = ["name"]
        verbose_name = _("country")
        verbose_name_plural = _("countries")

    def __str__(self) -> str:
        return self.name


class State(models.Model):
    """A state or province of a country."""

    country = models.ForeignKey(Country, models.PROTECT, related_name="states")
    name = models.CharField(_("name"), max_length=100)
    code = models.CharField(_("code"), max_length=10, blank=True)

    class Meta:
        ordering = ["name"]
        verbose_name = _("state")
        verbose_name_plural = _("states")
        constraints = [models.UniqueConstraint(fields=["country", "name"], name="state_once_per_country")]

    def __str__(self) -> str:
        return self.name


class City(models.Model):
    """A city of a state."""

    state = models.ForeignKey(State, models.PROTECT, related_name="cities")
    name = models.CharField(_("name"), max_length=120, db_index=True)

    class Meta:
        ordering = ["name"]
        verbose_name = _("city")
        verbose_name_plural = _("cities")
        constraints = [models.UniqueConstraint(fields=["state", "name"], name="city_once_per_state")]

    def __str__(self) -> str:
        return self.name
