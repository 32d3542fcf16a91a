"""Tests of the llm integration."""

from __future__ import annotations
