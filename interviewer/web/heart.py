"""The web server's heartbeat: a row in the database that says it lives, so that outages are known by their gap."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import DatabaseError, close_old_connections, transaction
from django.utils import timezone

from interviewer.journal import services as journal
from interviewer.journal.models import Heartbeat

log = logging.getLogger(__name__)

EVERY_SECONDS = 5
#: Longer than this without a beat is an outage.
GAP = timedelta(seconds=15)
NAME = "web"

Listener = Callable[[datetime, datetime], int]
_listeners: list[Listener] = []
_last = {"beat": 0.0}


def on_outage(function: Listener) -> Listener:
    """Register who makes good for an outage: called with its start and end, returns how many it helped."""
    _listeners.append(function)
    return function


def beat() -> bool:
    """Say that the web server lives. Whether it had been away, and it was made good for.

    Of several processes one sees the gap: whoever holds the row; the others find it closed.
    """
    now = timezone.now()
    _last["beat"] = time.monotonic()
    if Heartbeat.objects.filter(name=NAME, beat_at__gt=now - GAP).update(beat_at=now):
        return False
    with transaction.atomic():
        Heartbeat.objects.get_or_create(name=NAME, defaults={"beat_at": now})
        row = Heartbeat.objects.select_for_update().get(name=NAME)
        now = max(now, timezone.now())
        start, row.beat_at = row.beat_at, now
        row.save(update_fields=["beat_at"])
        if now - start <= GAP:
            return False
        helped = sum(listener(start, now) for listener in _listeners)
        data = {"from": start.isoformat(), "to": now.isoformat(), "helped": helped}
        journal.record(action="outage.over", data=data)
    log.warning("The web server was away from %s to %s; %s clocks were put back.", start, now, helped)
    return True


def is_away() -> bool:
    """Whether the web server was there before and does not answer now."""
    return Heartbeat.objects.filter(name=NAME, beat_at__lte=timezone.now() - GAP).exists()


def catch_up() -> None:
    """Beat now if this process should have beaten and could not: the machine slept, or the thread starved."""
    if _last["beat"] and time.monotonic() - _last["beat"] > EVERY_SECONDS * 2:
        beat()


def start() -> None:
    """Beat once before the first request is answered, then for as long as this process lives."""
    _try()
    threading.Thread(target=_run, name="heartbeat", daemon=True).start()


def _run() -> None:
    while True:
        time.sleep(EVERY_SECONDS)
        _try()
        close_old_connections()


def _try() -> None:
    try:
        beat()
    except DatabaseError as problem:  # not migrated yet, or the database is away: that counts as an outage
        log.warning("no heartbeat: %s", problem)
