"""Template tags of the assessments."""

from __future__ import annotations
