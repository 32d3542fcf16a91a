"""What the API stands on: problem details, health, version 1 URLs."""

from __future__ import annotations
