"""Secrets that only their owner keeps: what is stored of them."""

from __future__ import annotations

import hashlib


def hash_of(secret: str) -> str:
    """What is stored of a random token. It is long: a plain hash cannot be reversed, and can be looked up."""
    return hashlib.sha256(secret.encode()).hexdigest()
