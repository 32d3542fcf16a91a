"""Makes places for tests."""

from __future__ import annotations

import factory

from locations.models import City, Country, State


class CountryFactory(factory.django.DjangoModelFactory):
    """India."""

    class Meta:
        model = Country
        django_get_or_create = ["iso2"]

    name = "India"
    iso2 = "IN"
    iso3 = "IND"
    phone_code = "+91"
    currency = "INR"


class StateFactory(factory.django.DjangoModelFactory):
    """A state of India."""

    class Meta:
        model = State
        django_get_or_create = ["country", "name"]

    country = factory.SubFactory(CountryFactory)
    name = "Karnataka"
    code = "KA"


class CityFactory(factory.django.DjangoModelFactory):
    """A city of Karnataka."""

    class Meta:
        model = City
        django_get_or_create = ["state", "name"]

    state = factory.SubFactory(StateFactory)
    name = "Bengaluru"
