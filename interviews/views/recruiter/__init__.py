"""Pages of the company workspace."""

from __future__ import annotations
