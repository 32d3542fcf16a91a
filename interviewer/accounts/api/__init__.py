"""Signing in to the API."""

from __future__ import annotations
