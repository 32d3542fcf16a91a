"""The coding problems that come with the product, a folder each, and what reads and proves them."""

from __future__ import annotations
