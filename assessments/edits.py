"""Edits of a text with their times: what is taken from a browser, how it is replayed, and what it says in sum.

An event is a JSON list. Times are milliseconds since the event before; positions and lengths count UTF-16 code units,
as browsers do.

    [ms, position, deleted, "inserted"]          typed
    [ms, position, deleted, "inserted", kind]    kind p: pasted or dropped; r: an earlier version or the template
                                                 put back; g: a gap, the server saw the text change but not how
    [ms, mark]                                   b: the page lost the focus; f: it has it again; s: opened anew
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import TextChoices

MAX_BATCH_EVENTS = 5_000
MAX_BATCH_BYTES = 192 * 1024
MAX_MS = 24 * 60 * 60 * 1000
#: A pause that is longer is not counted as typing.
PAUSE_MS = 10_000

Event = list


class Kind(TextChoices):
    """Kinds of edits that are not plain typing, and marks between edits."""

    PASTED = "p"
    RESTORED = "r"
    GAP = "g"
    LEFT = "b"
    BACK = "f"
    OPENED = "s"


_FROM_BROWSERS = (Kind.PASTED, Kind.RESTORED)
_MARKS_FROM_BROWSERS = (Kind.LEFT, Kind.BACK)


@dataclass(frozen=True)
class Batch:
    """What a browser sends with a save: events, the number of the first one within its session."""

    session: str
    first: int
    events: list[Event]


@dataclass(frozen=True)
class Paste:
    """A paste: when it was after the beginning, and how many characters (UTF-16 units) came in."""

    at_ms: int
    length: int
    text: str


@dataclass(frozen=True)
class Summary:
    """What a typing record says in sum."""

    length_ms: int
    typing_ms: int
    edits: int
    pastes: tuple[Paste, ...]
    times_away: int
    away_ms: int
    gaps: int


def batch_of(text: str) -> Batch:
    """Read what a browser sent; raises ValueError when it is too large or not what is agreed."""
    if len(text) > MAX_BATCH_BYTES:
        raise ValueError("too large")
    raw = json.loads(text)
    if not isinstance(raw, dict) or not isinstance(raw.get("session"), str):
        raise ValueError("no session")
    first, events = raw.get("first"), raw.get("events")
    if not _is_count(first, 10_000_000) or not isinstance(events, list) or len(events) > MAX_BATCH_EVENTS:
        raise ValueError("no events")
    if not all(_is_valid(event) for event in events):
        raise ValueError("an event is not what is agreed")
    return Batch(raw["session"][:36], first, events)


def _is_count(value: object, most: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= most


def _is_valid(event: object) -> bool:
    if not isinstance(event, list) or len(event) not in {2, 4, 5} or not _is_count(event[0], MAX_MS):
        return False
    if len(event) == 2:
        return event[1] in _MARKS_FROM_BROWSERS
    is_edit = _is_count(event[1], MAX_MS) and _is_count(event[2], MAX_MS) and isinstance(event[3], str)
    return is_edit and (len(event) == 4 or event[4] in _FROM_BROWSERS)


def _units(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")


def length(text: str) -> int:
    """Its length in UTF-16 code units."""
    return len(_units(text)) // 2


def replay(text: str, events: Iterable[Event]) -> str:
    """The text after the events; raises ValueError when an edit lies outside of the text."""
    units = _units(text)
    for event in events:
        if len(event) == 2:
            continue
        start, end = 2 * event[1], 2 * (event[1] + event[2])
        if end > len(units):
            raise ValueError("an edit lies outside of the text")
        units = units[:start] + _units(event[3]) + units[end:]
    return units.decode("utf-16-le", "surrogatepass")


def difference(before: str, after: str) -> tuple[int, int, str]:
    """The one edit that makes `after` of `before`: position, deleted, inserted."""
    start, most = 0, min(len(before), len(after))
    while start < most and before[start] == after[start]:
        start += 1
    end = 0
    while end < most - start and before[-1 - end] == after[-1 - end]:
        end += 1
    deleted, inserted = before[start : len(before) - end], after[start : len(after) - end]
    return length(before[:start]), length(deleted), inserted


def pack(events: list[Event], earlier: bytes = b"") -> tuple[bytes, int]:
    """Events appended to packed ones, and the size of all before compression."""
    lines = [json.dumps(event, separators=(",", ":")) for event in events]
    text = b"".join([zlib.decompress(earlier) if earlier else b"", *(f"{line}\n".encode() for line in lines)])
    return zlib.compress(text, 6), len(text)


def unpack(packed: bytes) -> list[Event]:
    """The events of a record."""
    return [json.loads(line) for line in zlib.decompress(packed).splitlines()] if packed else []


def summary(events: list[Event]) -> Summary:
    """Count what happened."""
    at = typing = edits = gaps = away = times = 0
    left_at: int | None = None
    pastes = []
    for event in events:
        at += event[0]
        kind = event[1] if len(event) == 2 else (event[4] if len(event) == 5 else "")
        if kind == Kind.LEFT:
            times, left_at = times + (left_at is None), at if left_at is None else left_at
        elif left_at is not None:
            away, left_at = away + at - left_at, None
        if kind == Kind.PASTED:
            pastes.append(Paste(at, length(event[3]), event[3]))
        gaps += kind == Kind.GAP
        if len(event) > 2 and kind != Kind.GAP:
            edits += 1
            typing += event[0] if event[0] <= PAUSE_MS else 0
    return Summary(at, typing, edits, tuple(pastes), times, away, gaps)
