"""Tests of the speech integration."""

from __future__ import annotations
