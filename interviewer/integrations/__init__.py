"""The outside world, one folder or module for each neighbour."""

from __future__ import annotations
