"""Question banks, marking, submissions and the judge."""

from __future__ import annotations
