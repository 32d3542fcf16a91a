"""Two people with the same form open: which fields somebody else saved after this page was drawn."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping


def fingerprints(values: Mapping[str, object]) -> str:
    """Short fingerprints of what a form was drawn from, field by field; they travel in a hidden input."""
    return " ".join(f"{name}:{_short(value)}" for name, value in values.items())


def changed_since(seen: str, values: Mapping[str, object]) -> list[str]:
    """The fields whose stored value is not the one that was seen. A field that was not on the page is none."""
    known = dict(part.split(":", 1) for part in seen.split() if ":" in part)
    return [name for name, value in values.items() if name in known and known[name] != _short(value)]


def _short(value: object) -> str:
    return hashlib.sha256(repr(value).encode()).hexdigest()[:16]
