"""Tests of the integrations."""

from __future__ import annotations
