"""Tests of the judge."""

from __future__ import annotations
