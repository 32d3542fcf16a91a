"""Countries, states and cities."""

from __future__ import annotations
