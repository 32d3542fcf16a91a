"""Background work inside of a test: what was enqueued runs here and now."""

from __future__ import annotations

import ast
from collections.abc import Callable

import pytest
from django.utils.module_loading import import_string


@pytest.fixture
def run_tasks() -> Callable[..., int]:
    """Runs the tasks that wait, and those they enqueue, in order; `later=True` also those that wait for a time.

    Returns how many ran. An exception of a task is the test's.
    """
    from django_q.models import OrmQ, Schedule
    from django_q.signing import SignedPackage

    def one_scheduled() -> bool:
        schedule = Schedule.objects.filter(schedule_type=Schedule.ONCE).order_by("next_run", "pk").first()
        if schedule is None:
            return False
        schedule.delete()
        arguments, options = ast.literal_eval(schedule.args), ast.literal_eval(schedule.kwargs)
        import_string(schedule.func)(*arguments, **options)
        return True

    def one_queued() -> bool:
        row = OrmQ.objects.order_by("pk").first()
        if row is None:
            return False
        row.delete()
        task = SignedPackage.loads(row.payload)
        import_string(task["func"])(*task["args"], **task["kwargs"])
        return True

    def run(*, later: bool = False) -> int:
        count = 0
        while one_queued() or (later and one_scheduled()):
            count += 1
            assert count < 1000, "tasks enqueue each other for ever"
        return count

    return run
