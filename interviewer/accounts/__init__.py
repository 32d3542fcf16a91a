"""People who sign in, and the codes that prove an address."""

from __future__ import annotations
