"""The speech integration: `get_speech()` returns the engine that the settings name."""

from __future__ import annotations
