"""Companies, their people, both kinds of job, applications."""

from __future__ import annotations
