"""Sending events: signed, tried for three days with growing pauses, then given up and kept to be sent again."""

from __future__ import annotations

import json
from datetime import timedelta

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from companies.enums import DeliveryStatus
from companies.models import CompanyEvent, WebhookDelivery, WebhookEndpoint
from interviewer import background
from interviewer.integrations import webhooks as wire

#: Pauses before the second attempt and each further one; together just under three days.
PAUSES = (
    *(timedelta(seconds=5), timedelta(minutes=5), timedelta(minutes=30)),
    *(timedelta(hours=hours) for hours in (2, 5, 10, 14, 20, 20)),
)
#: Longer than an attempt can take: its worker was killed.
LEASE = timedelta(minutes=2)
GONE = 410


def queue(*, endpoint: WebhookEndpoint, event: CompanyEvent) -> WebhookDelivery:
    """Put an event on its way."""
    from companies import tasks

    row = WebhookDelivery.objects.create(endpoint=endpoint, event=event)
    background.enqueue(tasks.deliver_webhook, row.pk)
    return row


def body_of(event: CompanyEvent) -> bytes:
    """What is sent; the same for every attempt."""
    told = {"type": event.type, "timestamp": event.created_at.isoformat(), "data": event.data}
    return json.dumps(told, separators=(",", ":")).encode()


def run(*, delivery_id: int) -> None:
    """Make the attempt that is due. Nothing when another worker makes it, or it is over."""
    now = timezone.now()
    due = WebhookDelivery.objects.filter(
        pk=delivery_id, status=DeliveryStatus.WAITING, next_at__lte=now + timedelta(seconds=1)
    )
    if not due.update(
        status=DeliveryStatus.SENDING, claimed_at=now, attempts=F("attempts") + 1, updated_at=now
    ):
        return
    row = WebhookDelivery.objects.select_related("endpoint", "event").get(pk=delivery_id)
    if row.endpoint.disabled_at:
        _keep(row, DeliveryStatus.DEAD, error="The webhook is switched off.")
        return
    answer = wire.send(
        url=row.endpoint.url,
        secrets=row.endpoint.secrets,
        message_id=str(row.event.uid),
        body=body_of(row.event),
    )
    if answer.is_taken:
        _keep(row, DeliveryStatus.DELIVERED, answered=answer.status, error="", delivered_at=timezone.now())
    else:
        _failed(row, answer)


def _failed(row: WebhookDelivery, answer: wire.WireAnswer) -> None:
    from companies import tasks

    told = {"answered": answer.status, "error": answer.error[:300]}
    if answer.status == GONE:
        WebhookEndpoint.objects.filter(pk=row.endpoint_id, disabled_at=None).update(
            disabled_at=timezone.now()
        )
    if answer.status == GONE or row.attempts > len(PAUSES):
        _keep(row, DeliveryStatus.DEAD, **told)
        return
    pause = PAUSES[row.attempts - 1]
    with transaction.atomic():
        _keep(row, DeliveryStatus.WAITING, next_at=timezone.now() + pause, **told)
        background.enqueue(tasks.deliver_webhook, row.pk, delay=pause)


def _keep(row: WebhookDelivery, status: str, **values: object) -> None:
    mine = WebhookDelivery.objects.filter(pk=row.pk, status=DeliveryStatus.SENDING, claimed_at=row.claimed_at)
    mine.update(status=status, updated_at=timezone.now(), **values)


@background.reconciler
def find_lost() -> int:
    """Send what a killed worker left, and what waits longer than it should."""
    from companies import tasks

    now = timezone.now()
    dead = WebhookDelivery.objects.filter(status=DeliveryStatus.SENDING, claimed_at__lt=now - LEASE)
    freed = dead.update(status=DeliveryStatus.WAITING, next_at=now, updated_at=now)
    overdue = Q(status=DeliveryStatus.WAITING, next_at__lt=now - timedelta(minutes=1))
    rows = WebhookDelivery.objects.filter(
        overdue | Q(status=DeliveryStatus.WAITING, claimed_at__lt=now - LEASE, next_at__lte=now)
    )
    return max(
        freed, background.ask_again(tasks.deliver_webhook, rows.order_by("pk").values_list("pk")[:100])
    )
