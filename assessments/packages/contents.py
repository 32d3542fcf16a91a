"""What a problem package holds, in our words, whichever format it came in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from assessments.enums import CheckerKind

LEGACY = "legacy"
CURRENT = "2023-07"


@dataclass(frozen=True)
class PackageCase:
    """A case; `name` is its path below data/."""

    name: str
    input: bytes
    answer: bytes
    is_sample: bool
    group: str = ""
    arguments: tuple[str, ...] = ()


@dataclass(frozen=True)
class PackageSubmission:
    """A program with the verdicts that it may get; `skipped` says why it can't be judged here."""

    path: str
    language: str
    source: str
    expected: tuple[str, ...]
    skipped: str = ""


@dataclass(frozen=True)
class Package:
    """A problem. `time_limit` is None where the package leaves it to its slowest accepted submission, times
    `time_multiplier`. `notes` say what was left out or changed."""

    format: str
    name: str
    statement: str
    cases: tuple[PackageCase, ...]
    submissions: tuple[PackageSubmission, ...] = ()
    time_limit: float | None = None
    time_multiplier: float = 5.0
    memory_mib: int = 1024
    checker: str = CheckerKind.TOKENS
    checker_options: dict[str, Any] = field(default_factory=dict)
    validator_source: str = ""
    validator_language: str = ""
    groups: tuple[dict[str, Any], ...] = ()
    images: dict[str, bytes] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
