"""Tests of what the API stands on."""

from __future__ import annotations
