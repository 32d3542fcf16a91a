"""Finding jobs: words, bands, spelling and ranking (pure), and what each database does with them."""

from __future__ import annotations
