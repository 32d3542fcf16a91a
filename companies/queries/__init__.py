"""Reads over the companies app's tables."""

from __future__ import annotations
