"""The job board as visitors and job seekers see it."""

from __future__ import annotations
