"""Places: a country has states, a state has cities. `source_id` is the id in the data set they were loaded from."""

from __future__ import annotations

from django.db import connections, models
from django.utils.translation import gettext_lazy as _

from locations.models.folded import FoldedField

#: Above every character that a folded name can have.
LAST_CHARACTER = "\U0010ffff"


def starts_with(path: str, prefix: str, *, using: str = "default") -> models.Q:
    """The condition that a folded column begins with `prefix`, in the form that the database has an index for.

    SQLite's LIKE ignores capitals and so reads the whole table: a range reads the index. PostgreSQL has an
    index for LIKE, and a range there would follow the database's language instead of the letters.
    """
    if connections[using].vendor == "sqlite":
        return models.Q(**{f"{path}__gte": prefix, f"{path}__lt": prefix + LAST_CHARACTER})
    return models.Q(**{f"{path}__startswith": prefix})


class Country(models.Model):
    """A country with its ISO 3166-1 codes."""

    name = models.CharField(_("name"), max_length=100)
    search_name = FoldedField(of="name")
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
    search_name = FoldedField(of="name")
    code = models.CharField(_("code"), max_length=10, blank=True)
    source_id = models.PositiveIntegerField(null=True, blank=True, unique=True, editable=False)

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
    search_name = FoldedField(of="name")
    source_id = models.PositiveIntegerField(null=True, blank=True, unique=True, editable=False)

    class Meta:
        ordering = ["name"]
        verbose_name = _("city")
        verbose_name_plural = _("cities")
        constraints = [models.UniqueConstraint(fields=["state", "name"], name="city_once_per_state")]

    def __str__(self) -> str:
        return self.name

    @property
    def label(self) -> str:
        """The city as people write it, and as `locations.queries.find_cities` reads it back."""
        return f"{self.name}, {self.state.name}, {self.state.country.name}"
