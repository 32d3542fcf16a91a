"""Tests of the documents integration."""

from __future__ import annotations
