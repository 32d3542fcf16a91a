"""Commands of the companies app."""

from __future__ import annotations
