"""The roof and the floor of the product: settings, URLs and what every app stands on."""

from __future__ import annotations

__version__ = "0.1.0"
