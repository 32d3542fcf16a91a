"""Companies in the API."""

from __future__ import annotations
