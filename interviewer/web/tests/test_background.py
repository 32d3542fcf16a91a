"""Background work: joins the transaction, tries again what is unavailable, gives up in sight."""

from __future__ import annotations

import logging
from datetime import timedelta
from multiprocessing import Queue, Value

import pytest
import time_machine
from django.db import transaction
from django.utils import timezone
from django_q.models import Failure, OrmQ, Schedule, Success
from django_q.monitor import monitor
from django_q.signing import SignedPackage
from django_q.worker import worker

from interviewer import background
from interviewer.errors import Conflict
from interviewer.integrations.failures import Unavailable
from interviewer.journal.context import Origin, origin

pytestmark = pytest.mark.django_db
ran: list[tuple[int, str]] = []


@background.task
def works(number: int) -> None:
    """Remembers that it ran."""
    ran.append((number, origin.get().request_id))


@background.task
def is_down(number: int) -> None:
    """Meets a service that is away."""
    ran.append((number, origin.get().request_id))
    raise Unavailable("the service is away")


@background.task
def breaks(number: int) -> None:
    """Has a mistake."""
    raise KeyError(number)


@pytest.fixture(autouse=True)
def fresh():
    ran.clear()


def test_a_task_is_rolled_back_with_its_transaction():
    with pytest.raises(Conflict), transaction.atomic():
        background.enqueue(works, 1)
        background.enqueue(works, 2, delay=timedelta(minutes=1))
        raise Conflict
    assert (OrmQ.objects.count(), Schedule.objects.count()) == (0, 0)


def test_a_task_runs_with_the_id_of_the_request_that_asked_for_it(run_tasks):
    token = origin.set(Origin(request_id="abcdefgh12"))
    background.enqueue(works, 7)
    origin.reset(token)
    assert run_tasks() == 1
    assert (ran, origin.get()) == ([(7, "abcdefgh12")], Origin())


def test_what_is_unavailable_is_tried_again_with_growing_pauses_and_then_given_up(run_tasks, caplog):
    pauses = []
    with time_machine.travel("2026-03-01 12:00+00:00", tick=False):
        background.enqueue(is_down, 3)
        run_tasks()
        for _ in background.BACK_OFF_SECONDS[1:]:
            pauses.append((Schedule.objects.get().next_run - timezone.now()).total_seconds())
            schedule = Schedule.objects.get()
            is_down(3, attempt=int(schedule.kwargs.split("'attempt': ")[1].split(",")[0]))
            schedule.delete()
        pauses.append((Schedule.objects.get().next_run - timezone.now()).total_seconds())
        with pytest.raises(Unavailable), caplog.at_level(logging.ERROR):
            run_tasks(later=True)
    assert tuple(pauses) == background.BACK_OFF_SECONDS
    assert len(ran) == len(background.BACK_OFF_SECONDS) + 1
    assert "gave up: the service is away" in caplog.text
    assert Schedule.objects.count() == 0


@pytest.mark.django_db(transaction=True)  # the queue's worker closes its connections
def test_what_failed_is_seen_as_failed_with_its_reason():
    path = f"{__name__}.breaks"
    background.enqueue(breaks, 5)
    tasks, results = Queue(), Queue()
    tasks.put(SignedPackage.loads(OrmQ.objects.get().payload))
    tasks.put("STOP")
    worker(tasks, results, Value("f", -1))
    results.put("STOP")
    monitor(results)
    failure = Failure.objects.get()
    assert (failure.func, Success.objects.count()) == (path, 0)
    assert "KeyError" in failure.result


def test_a_reconciler_that_fails_does_not_stop_the_others(monkeypatch, caplog):
    def broken() -> int:
        raise ValueError("mine")

    monkeypatch.setattr(background, "_reconcilers", [lambda: 2, broken, lambda: 3])
    assert background.reconcile() == 5
    assert "broken failed" in caplog.text


def test_every_reconciler_is_registered_once_when_the_apps_are_loaded():
    names = [f"{found.__module__.rsplit('.', 1)[-1]}.{found.__name__}" for found in background._reconcilers]
    ours = [name for name in names if "test" not in name]
    assert len(ours) == len(set(ours))
    assert {
        "mail.resend_forgotten",
        "submissions.judge_forgotten",
        "stages.settle_overdue",
        "conversation.settle_overdue",
        "transcripts.give_up_lost",
        "matching.find_unmatched",
        "resumes.find_unread",
        "recordings.close_abandoned",
        "recordings.join_forgotten",
        "planning.plan_missing",
        "scoring.find_unscored",
        "attempts.settle_overdue",
        "scoring.find_unscored_attempts",
        "videos.find_unwritten",
        "certificates.print_missing",
    } <= set(ours)


def test_nothing_is_stuck_in_an_empty_product():
    assert background.reconcile() == 0


def test_the_schedule_is_made_once():
    background.ensure_schedules()
    background.ensure_schedules()
    assert list(Schedule.objects.values_list("name", "func", "minutes")) == [
        ("reconcile", "interviewer.background.reconcile", 1)
    ]


def test_the_queue_says_what_waits_and_that_nobody_works():
    background.enqueue(works, 1)
    state = background.queue_health()
    assert (state["waiting"], state["workers"]) == (1, 0)
