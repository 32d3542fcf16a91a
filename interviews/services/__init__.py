"""What changes interviews."""

from __future__ import annotations
