"""Reads over several tables into frozen dataclasses."""

from __future__ import annotations
