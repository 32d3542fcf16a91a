"""What every table stands on: base models, scoped querysets and the lifecycle engine."""

from __future__ import annotations
