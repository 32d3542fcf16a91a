"""Forms, a module for each part of the product."""

from __future__ import annotations
