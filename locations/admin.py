"""Places in the admin."""

from __future__ import annotations

from django.contrib import admin

from interviewer.web.admin_base import HouseAdmin
from locations.models import City, Country, State


@admin.register(Country)
class CountryAdmin(HouseAdmin):
    """Countries."""

    list_display = ["name", "iso2", "iso3", "phone_code", "currency"]
    search_fields = ["name", "iso2", "iso3"]


@admin.register(State)
class StateAdmin(HouseAdmin):
    """States."""

    list_display = ["name", "code", "country"]
    list_select_related = ["country"]
    list_filter = ["country"]
    search_fields = ["name"]
    autocomplete_fields = ["country"]


@admin.register(City)
class CityAdmin(HouseAdmin):
    """Cities."""

    list_display = ["name", "state"]
    list_select_related = ["state"]
    search_fields = ["name"]
    autocomplete_fields = ["state"]
