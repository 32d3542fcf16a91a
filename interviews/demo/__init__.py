"""Demo data: two invented companies with jobs, people and interviews at every stage."""

from __future__ import annotations
