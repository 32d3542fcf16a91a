"""What changes places."""

from __future__ import annotations
