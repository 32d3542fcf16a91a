"""What other parts of the product know of a job seeker: they add it here, so that it is exported and erased with the rest.

An app above registers its functions in its AppConfig.ready; this module knows none of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.core.files.base import File
from django.utils.functional import Promise

from seekers.models import JobSeeker


@dataclass(frozen=True)
class Exported:
    """Rows for the JSON of an export, and files by their name in the archive."""

    rows: tuple[Mapping[str, object], ...] = ()
    files: Mapping[str, File] | None = None


@dataclass(frozen=True)
class Consented:
    """A consent that was given elsewhere in the product."""

    what: str
    version: str
    at: datetime


@dataclass(frozen=True)
class Contribution:
    """What one part of the product holds of job seekers.

    `kept` says what stays after an erasure, why and for how long; empty when nothing does. `erase` takes away
    everything else; it runs inside the transaction of the erasure.
    """

    key: str
    title: Promise | str
    export: Callable[[JobSeeker], Exported]
    erase: Callable[[JobSeeker], None] | None = None
    kept: Promise | str = ""
    consents: Callable[[JobSeeker], Iterable[Consented]] | None = None


_registered: dict[str, Contribution] = {}


def register(contribution: Contribution) -> None:
    """Add what a part of the product holds; the same key replaces."""
    _registered[contribution.key] = contribution


def every() -> tuple[Contribution, ...]:
    """All that was registered, in the order of their keys."""
    return tuple(_registered[key] for key in sorted(_registered))
