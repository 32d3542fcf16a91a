"""Formats of English."""

from __future__ import annotations
