"""The locations app."""

from __future__ import annotations

from django.apps import AppConfig


class LocationsConfig(AppConfig):
    """Countries, states and cities."""

    name = "locations"
    verbose_name = "Locations"
