"""What changes accounts."""

from __future__ import annotations
