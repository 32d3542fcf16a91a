"""Pages of a signed-in job seeker that read interviews."""

from __future__ import annotations
