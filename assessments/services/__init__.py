"""What changes questions, answers and submissions."""

from __future__ import annotations
