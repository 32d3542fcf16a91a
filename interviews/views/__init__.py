"""Pages, a package or module for each audience."""

from __future__ import annotations
