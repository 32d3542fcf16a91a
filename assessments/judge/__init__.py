"""The judge: programs of strangers, run behind walls and given a verdict."""

from __future__ import annotations
