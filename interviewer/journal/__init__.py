"""Append-only facts: who did what, what was asked of outside services, what was mailed."""

from __future__ import annotations
