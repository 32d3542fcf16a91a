"""Reading the text out of documents that strangers upload."""

from __future__ import annotations
