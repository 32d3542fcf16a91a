"""The web floor: middleware, error pages, template tags."""

from __future__ import annotations
