"""The lifecycle engine: declared moves only, one winner, time stamps and a journal row for each move."""

from __future__ import annotations

import threading

import pytest
import time_machine
from django.db import connection
from django.utils import timezone

from interviewer.accounts.tests.factories import UserFactory
from interviewer.db.lifecycle import Lifecycle, edges
from interviewer.errors import Conflict
from interviewer.journal.models import AuditEvent, OutgoingMail
from interviewer.journal.tests.factories import OutgoingMailFactory

MAIL = Lifecycle("mail", edges(queued="sent failed", failed="queued"), stamps={"sent": "sent_at"})


@pytest.mark.django_db
def test_a_move_changes_the_row_stamps_it_and_is_written_down():
    row, alice = OutgoingMailFactory(), UserFactory(name="Alice")
    with time_machine.travel("2026-03-01 12:00+00:00", tick=False):
        MAIL.move(row, "sent", actor=alice, reason="by hand", text="")
        now = timezone.now()

    stored = OutgoingMail.objects.get()
    assert (stored.status, stored.sent_at, stored.text, stored.updated_at) == ("sent", now, "", now)
    assert (row.status, row.sent_at, row.text) == ("sent", now, "")
    event = AuditEvent.objects.get()
    assert (event.actor, event.actor_label, event.action) == (alice, "Alice", "mail.sent")
    assert event.data == {"from": "queued", "to": "sent", "reason": "by hand"}


@pytest.mark.django_db
@pytest.mark.parametrize(("old", "to"), [("sent", "queued"), ("queued", "queued"), ("failed", "sent")])
def test_a_move_that_is_not_declared_is_refused(old, to):
    row = OutgoingMailFactory(status=old)
    with pytest.raises(Conflict, match=f"mail: {old} cannot become {to}"):
        MAIL.move(row, to)
    assert MAIL.can(row, to) is False
    assert (OutgoingMail.objects.get().status, AuditEvent.objects.count()) == (old, 0)


@pytest.mark.django_db
def test_of_two_who_read_the_same_state_the_second_is_told():
    first = OutgoingMailFactory()
    second = OutgoingMail.objects.get()
    MAIL.move(first, "sent")
    with pytest.raises(Conflict, match="somebody was first"):
        MAIL.move(second, "failed")
    assert (OutgoingMail.objects.get().status, second.status, AuditEvent.objects.count()) == (
        "sent",
        "queued",
        1,
    )


@pytest.mark.django_db(transaction=True)
def test_of_many_at_the_same_moment_one_wins():
    if connection.vendor == "sqlite":
        pytest.skip("the tests' SQLite lives in memory, where threads lock each other out")
    row = OutgoingMailFactory()
    start, ends = threading.Barrier(4), []

    def move() -> None:
        mine = OutgoingMail.objects.get(pk=row.pk)
        start.wait(10)
        try:
            MAIL.move(mine, "sent")
            ends.append("moved")
        except Conflict:
            ends.append("refused")
        finally:
            connection.close()

    threads = [threading.Thread(target=move) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert sorted(ends) == ["moved", "refused", "refused", "refused"]
    assert AuditEvent.objects.count() == 1
