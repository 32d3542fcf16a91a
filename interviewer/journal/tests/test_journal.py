"""The journal is added to and never changed: not by code, not by staff."""

from __future__ import annotations

import pytest
from django.db import transaction
from django.urls import reverse

from interviewer.accounts.tests.factories import StaffFactory, UserFactory
from interviewer.errors import NotAllowed
from interviewer.journal import services as journal
from interviewer.journal.context import Origin, origin
from interviewer.journal.models import AuditEvent
from interviewer.journal.tests.factories import AuditEventFactory, ProviderCallFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("factory", [AuditEventFactory, ProviderCallFactory])
def test_a_row_can_not_be_changed_or_deleted(factory):
    row = factory()
    rows = type(row).objects
    for attempt in (
        row.save,
        row.delete,
        rows.all().delete,
        lambda: rows.update(request_id="x"),
        lambda: rows.bulk_update([row], ["request_id"]),
    ):
        with pytest.raises(NotAllowed), transaction.atomic():
            attempt()
    assert rows.get().request_id == ""


def test_an_event_outlives_its_actor():
    alice = UserFactory(name="Alice")
    journal.record(actor=alice, action="test.done")
    alice.delete()
    event = AuditEvent.objects.get()
    assert (event.actor, event.actor_label) == (None, "Alice")


def test_an_event_says_where_it_came_from():
    token = origin.set(Origin(request_id="abcdefgh12", address="192.0.2.7"))
    event = journal.record(action="test.done", subject=UserFactory(name="Bob"))
    origin.reset(token)
    assert (event.request_id, event.address, event.actor_label) == ("abcdefgh12", "192.0.2.7", "system")
    assert (event.subject_type, event.subject_label) == ("accounts.user", "Bob")


@pytest.mark.parametrize("name", ["auditevent", "providercall"])
def test_staff_read_it_only(client, name):
    row = {"auditevent": AuditEventFactory, "providercall": ProviderCallFactory}[name]()
    client.force_login(StaffFactory(), backend="django.contrib.auth.backends.ModelBackend")
    change = reverse(f"admin:journal_{name}_change", args=[row.pk])
    assert client.get(change).status_code == 200
    assert client.post(change, {"request_id": "x"}).status_code == 403
    assert (
        client.post(reverse(f"admin:journal_{name}_delete", args=[row.pk]), {"post": "yes"}).status_code
        == 403
    )
    assert type(row).objects.get().request_id == ""
