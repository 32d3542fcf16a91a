"""The language-model integration: `get_llm()` returns the engine that the settings name."""

from __future__ import annotations
