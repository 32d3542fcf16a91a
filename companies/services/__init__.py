"""What changes companies and jobs."""

from __future__ import annotations
