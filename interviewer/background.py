"""Background work: the only module that knows the task queue.

Tables are the truth and the queue is a hint. A task takes ids, may run twice and starts by claiming its
row; `reconcile` finds what a lost hint left behind. Enqueued inside a transaction, a task commits or
rolls back with it (the queue lives in the same database).
"""

from __future__ import annotations

import functools
import logging
import uuid
from collections.abc import Callable, Iterable
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from interviewer.integrations.failures import Unavailable
from interviewer.journal.context import Origin, origin

log = logging.getLogger(__name__)

#: Seconds to wait before each further try of a task that met something Unavailable.
BACK_OFF_SECONDS = (2, 10, 60, 300)

#: A task begun less long ago is not taken for lost: longer than a call of an outside service may take.
MAY_BE_ALIVE = timedelta(minutes=2)

_reconcilers: list[Callable[[], int]] = []


def _path(function: Callable[..., object]) -> str:
    return f"{function.__module__}.{function.__qualname__}"


def task(function: Callable[..., object]) -> Callable[..., object]:
    """Mark a function as a background task: Unavailable is tried again with back-off, everything is logged."""

    @functools.wraps(function)
    def run(*args: object, attempt: int = 0, request_id: str = "") -> object:
        token = origin.set(Origin(request_id=request_id or uuid.uuid4().hex[:16]))
        try:
            return function(*args)
        except Unavailable as problem:
            if attempt >= len(BACK_OFF_SECONDS):
                log.error("%s%r gave up: %s", _path(function), args, problem)
                raise
            log.warning("%s%r will be tried again: %s", _path(function), args, problem)
            enqueue(run, *args, delay=timedelta(seconds=BACK_OFF_SECONDS[attempt]), attempt=attempt + 1)
            return None
        finally:
            origin.reset(token)

    return run


def enqueue(
    function: Callable[..., object], *args: object, delay: timedelta | None = None, attempt: int = 0
) -> None:
    """Ask for a task to be run, now or after `delay`. Arguments are ids and short texts only."""
    from django_q.models import Schedule
    from django_q.tasks import async_task

    extra = {"attempt": attempt, "request_id": origin.get().request_id}
    if delay:
        Schedule.objects.create(
            func=_path(function),
            args=repr(args),
            kwargs=repr(extra),
            schedule_type=Schedule.ONCE,
            next_run=timezone.now() + delay,
            repeats=-1,
        )
        return
    async_task(_path(function), *args, **extra)


def ask_again(function: Callable[..., object], calls: Iterable[tuple[object, ...]]) -> int:
    """Enqueue a task for each tuple of arguments: what a reconciler does. Returns how many were enqueued.

    A call that waits already, or was begun so short a time ago that its worker may well be alive, is left alone:
    a long queue must not grow by a copy of itself each minute.
    """
    wanted = list(dict.fromkeys(calls))
    known = _under_way(_path(function), wanted) if wanted else set()
    missing = [arguments for arguments in wanted if arguments not in known]
    for arguments in missing:
        enqueue(function, *arguments)
    return len(missing)


def _under_way(path: str, wanted: list[tuple[object, ...]]) -> set[tuple[object, ...]]:
    """Of these calls those that wait, now or for their time, and those begun a moment ago."""
    from django_q.models import OrmQ, Schedule
    from django_q.signing import SignedPackage

    written = {repr(arguments): arguments for arguments in wanted}
    later = Schedule.objects.filter(func=path, schedule_type=Schedule.ONCE, args__in=written)
    found = {written[text] for text in later.values_list("args", flat=True)}
    # The lock of a task that was begun is the time at which the queue gives it to another worker.
    given_up_on = timezone.now() + timedelta(seconds=settings.Q_CLUSTER["retry"]) - MAY_BE_ALIVE
    for lock, payload in OrmQ.objects.values_list("lock", "payload"):
        if lock and timezone.now() < lock < given_up_on:
            continue
        waiting = SignedPackage.loads(payload)
        if waiting["func"] == path:
            found.add(tuple(waiting["args"]))
    return found


def reconciler(function: Callable[[], int]) -> Callable[[], int]:
    """Register a function that finds stuck work of its app, sets it going and returns how much there was."""
    _reconcilers.append(function)
    return function


def reconcile() -> int:
    """Run every reconciler; one that fails does not stop the others. Returns how much was set going."""
    found = 0
    for function in _reconcilers:
        try:
            with transaction.atomic():
                found += function()
        except Exception:
            log.exception("reconciler %s failed", _path(function))
    return found


def ensure_schedules() -> None:
    """Create the recurring schedules if they are not there. Safe to call at every start."""
    from django_q.models import Schedule

    Schedule.objects.get_or_create(
        name="reconcile",
        defaults={
            "func": "interviewer.background.reconcile",
            "schedule_type": Schedule.MINUTES,
            "minutes": 1,
            "repeats": -1,
        },
    )


def queue_health() -> dict[str, object]:
    """How the queue is: tasks waiting, age of the oldest in seconds, and whether a worker is alive."""
    from django_q.models import OrmQ
    from django_q.status import Stat

    oldest = OrmQ.objects.filter(lock__isnull=False).order_by("id").values_list("lock", flat=True).first()
    age = max(0, int((timezone.now() - oldest).total_seconds())) if oldest else 0
    return {
        "waiting": OrmQ.objects.count(),
        "oldest_seconds": age,
        "workers": sum(len(stat.workers) for stat in Stat.get_all()),
        "engine": settings.Q_CLUSTER["name"],
    }
