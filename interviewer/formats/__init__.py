"""How dates are written, for each language that differs from Django's own."""

from __future__ import annotations
