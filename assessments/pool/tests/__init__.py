"""Tests of the problems that come with the product, and of what reads and proves them."""

from __future__ import annotations
