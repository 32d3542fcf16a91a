"""The clocks of an attempt: the test's, and those of its sections. The server's alone count."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.utils.dateparse import parse_datetime

#: An answer that was on its way when the clock struck still counts.
GRACE = timedelta(seconds=2)


def with_extra(span: timedelta, percent: int) -> timedelta:
    """A span with the extra time that was granted."""
    return span * (100 + percent) / 100


def test_deadline(start: datetime, minutes: int, percent: int) -> datetime:
    """When the whole test ends."""
    return start + with_extra(timedelta(minutes=minutes), percent)


def section_deadline(now: datetime, minutes: int | None, percent: int, whole: datetime) -> datetime:
    """When a section that is opened now ends: by its own clock, and never after the test."""
    return whole if minutes is None else min(whole, now + with_extra(timedelta(minutes=minutes), percent))


def deadline_in(state: dict[str, Any]) -> datetime | None:
    """The end of a section as it is stored; None while it was not opened."""
    return parse_datetime(state["deadline_at"]) if state.get("deadline_at") else None


def is_over(state: dict[str, Any], now: datetime) -> bool:
    """Whether a section was handed in or its time is up."""
    until = deadline_in(state)
    return bool(state.get("closed_at")) or (until is not None and now > until + GRACE)
