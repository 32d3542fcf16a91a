"""Countries, states and cities."""

from __future__ import annotations

from locations.models.places import City, Country, State

__all__ = ["City", "Country", "State"]
