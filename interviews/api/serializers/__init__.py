"""What the API takes and tells about jobs and interviews."""

from __future__ import annotations
