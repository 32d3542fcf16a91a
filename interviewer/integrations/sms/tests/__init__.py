"""Tests of the text-message integration."""

from __future__ import annotations
