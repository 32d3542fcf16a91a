"""How a program is typed is kept beside its draft, checked against it, and bounded. Never a reason to refuse a save."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from assessments import edits
from assessments.edits import Batch, Event, Kind
from assessments.models import DSAQuestion, TypingRecord

MAX_SIZE = 1024 * 1024
MAX_EVENTS = 60_000
#: Clocks of browsers run a little differently from ours.
SLACK_MS = 30_000


def keep(
    *,
    interview: Any,
    question: DSAQuestion,
    language: str,
    before: str,
    after: str,
    sent: str = "",
    is_restored: bool = False,
) -> TypingRecord | None:
    """Append what a browser sent with a save that made `after` of `before`.

    What does not lead from one to the other is replaced by one edit that does, and the record is marked as not
    complete. Call it in the transaction of the save, with the draft locked. Returns None when nothing happened.
    """
    batch, is_refused = _read(sent)
    if before == after and not (batch and batch.events):
        return None
    record = _record(interview, question, language, before, batch)
    if record.size >= MAX_SIZE or record.count >= MAX_EVENTS:
        _update(record, is_complete=record.is_complete and before == after)
        return record
    now = timezone.now()
    events = _fresh(record, batch, now) if batch else []
    record.is_complete &= not is_refused and _fit_in_time(record, events, now)
    _reach(record, events, before, after, is_restored, now)
    packed, size = edits.pack(events, bytes(record.events))
    _update(
        record,
        events=packed,
        size=size,
        count=record.count + len(events),
        length_ms=record.length_ms + sum(event[0] for event in events),
        is_complete=record.is_complete,
        session=record.session,
        session_count=record.session_count,
    )
    return record


def _read(sent: str) -> tuple[Batch | None, bool]:
    """What was sent, and whether it had to be refused."""
    try:
        return (edits.batch_of(sent) if sent else None), False
    except (ValueError, RecursionError):
        return None, True


def _record(
    interview: Any, question: DSAQuestion, language: str, before: str, batch: Batch | None
) -> TypingRecord:
    took = min(sum(event[0] for event in batch.events), edits.MAX_MS) if batch else 0
    began_at = timezone.now() - timedelta(milliseconds=took)
    if attempt := interview.stage_attempts.filter(stage="coding").first():
        began_at = max(began_at, attempt.created_at)
    record, _is_new = TypingRecord.objects.select_for_update().get_or_create(
        interview=interview,
        question=question,
        language=language,
        defaults={"base": before, "began_at": began_at},
    )
    return record


def _fresh(record: TypingRecord, batch: Batch, now: datetime) -> list[Event]:
    """The events that are not here yet: a save may be sent twice, and a page that is opened anew counts from 0."""
    opened: list[Event] = []
    if batch.session != record.session:
        if record.count:
            took = sum(event[0] for event in batch.events)
            opened = [[max(0, _since_end(record, now) - took), Kind.OPENED.value]]
        record.session, record.session_count = batch.session, 0
    fresh = batch.events[max(0, record.session_count - batch.first) :]
    record.session_count = max(record.session_count, batch.first + len(batch.events))
    return [*opened, *fresh]


def _since_end(record: TypingRecord, now: datetime) -> int:
    return int((now - record.began_at) / timedelta(milliseconds=1)) - record.length_ms


def _fit_in_time(record: TypingRecord, events: list[Event], now: datetime) -> bool:
    """Shorten times that lie in the future; whether none did."""
    left = max(0, _since_end(record, now) + SLACK_MS)
    fits = sum(event[0] for event in events) <= left
    for event in events:
        event[0] = min(event[0], left)
        left -= event[0]
    return fits


def _reach(
    record: TypingRecord, events: list[Event], before: str, after: str, is_restored: bool, now: datetime
) -> None:
    """See that the events lead to the stored draft; one more does where they do not."""
    try:
        reached = edits.replay(before, events)
    except ValueError:
        events[:] = [event for event in events if len(event) == 2]
        reached = before
    if reached == after:
        return
    took = sum(event[0] for event in events)
    kind = Kind.RESTORED if is_restored else Kind.GAP
    pause = max(0, _since_end(record, now) - took)
    events.append([pause, *edits.difference(reached, after), kind.value])
    record.is_complete &= is_restored


def _update(record: TypingRecord, **values: object) -> None:
    TypingRecord.objects.filter(pk=record.pk).update(updated_at=timezone.now(), **values)
    for name, value in values.items():
        setattr(record, name, value)
