"""Makes journal rows for tests."""

from __future__ import annotations

import factory

from interviewer.journal.models import AuditEvent, OutgoingMail, ProviderCall


class AuditEventFactory(factory.django.DjangoModelFactory):
    """Something that the system did."""

    class Meta:
        model = AuditEvent

    actor_label = "system"
    action = "test.done"


class ProviderCallFactory(factory.django.DjangoModelFactory):
    """A call of the offline engine."""

    class Meta:
        model = ProviderCall

    port = "llm"
    purpose = "match"
    engine = "offline"


class OutgoingMailFactory(factory.django.DjangoModelFactory):
    """A queued e-mail."""

    class Meta:
        model = OutgoingMail

    key = factory.Sequence(lambda n: f"mail-{n}")
    kind = "test"
    to = "person@example.com"
    subject = "Hello"
    text = "Hello"
