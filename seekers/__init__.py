"""Job seekers and their profiles."""

from __future__ import annotations
