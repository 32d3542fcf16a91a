"""Addresses that events are sent to, and making events of what the journal records."""

from __future__ import annotations

import base64
import secrets
import uuid
from collections.abc import Sequence
from datetime import timedelta

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from companies.enums import DeliveryStatus
from companies.models import (
    Company,
    CompanyEvent,
    Membership,
    WebhookDelivery,
    WebhookEndpoint,
)
from companies.services import deliveries
from companies.webhook_events import EVENTS, FROM_JOURNAL
from interviewer.errors import Conflict, Invalid, NotFound
from interviewer.integrations import webhooks as wire
from interviewer.journal import services as journal
from interviewer.journal.models import AuditEvent
from interviewer.journal.services import Fact

MOST = 20
#: After a rotation both secrets sign for so long.
OVERLAP = timedelta(hours=24)


def _new_secret() -> str:
    return "whsec_" + base64.b64encode(secrets.token_bytes(32)).decode()


def _check(url: str, events: Sequence[str]) -> None:
    if why := wire.why_not(url):
        raise Invalid(why, fields={"url": why})
    if unknown := sorted(set(events) - set(EVENTS)):
        why = _("There is no such event: %(name)s.") % {"name": unknown[0]}
        raise Invalid(why, fields={"events": why})


def add(*, actor: Membership, url: str, events: Sequence[str] = ()) -> WebhookEndpoint:
    """Send a company's events to an address from now on. Raises Invalid for an address that can't be one, and
    Conflict when there are too many. The row holds the secret, to be shown once."""
    _check(url, events)
    if actor.company.webhook_endpoints.count() >= MOST:
        raise Conflict(_("The company has %(n)d webhooks. Remove one first.") % {"n": MOST})
    with transaction.atomic():
        row = WebhookEndpoint.objects.create(
            company=actor.company, url=url, events=sorted(set(events)), secret=_new_secret()
        )
        journal.record(actor=actor.user, action="webhook.added", subject=row, data={"url": url})
    return row


def find(*, company: Company, uid: uuid.UUID) -> WebhookEndpoint:
    """One of a company's addresses; raises NotFound."""
    row = WebhookEndpoint.objects.for_company(company).filter(uid=uid).first()
    if row is None:
        raise NotFound
    return row


def change(
    *, actor: Membership, endpoint: WebhookEndpoint, url: str, events: Sequence[str], is_on: bool
) -> WebhookEndpoint:
    """Set where and what is sent, and whether anything is."""
    _check(url, events)
    with transaction.atomic():
        endpoint.url, endpoint.events = url, sorted(set(events))
        endpoint.disabled_at = None if is_on else endpoint.disabled_at or timezone.now()
        endpoint.save()
        journal.record(
            actor=actor.user, action="webhook.changed", subject=endpoint, data={"url": url, "on": is_on}
        )
    return endpoint


def rotate(*, actor: Membership, endpoint: WebhookEndpoint) -> WebhookEndpoint:
    """Give it a new secret; the old one signs as well for a day."""
    with transaction.atomic():
        endpoint.old_secret, endpoint.secret = endpoint.secret, _new_secret()
        endpoint.old_secret_until = timezone.now() + OVERLAP
        endpoint.save()
        journal.record(actor=actor.user, action="webhook.rotated", subject=endpoint)
    return endpoint


def remove(*, actor: Membership, endpoint: WebhookEndpoint) -> None:
    """Send nothing there any more; its log goes with it."""
    with transaction.atomic():
        journal.record(
            actor=actor.user, action="webhook.removed", subject=endpoint, data={"url": endpoint.url}
        )
        endpoint.delete()


def send_test(*, endpoint: WebhookEndpoint) -> WebhookDelivery:
    """Send a test event to one address."""
    with transaction.atomic():
        event = CompanyEvent.objects.create(
            company=endpoint.company, type="test.sent", data={"webhook_endpoint": str(endpoint.uid)}
        )
        return deliveries.queue(endpoint=endpoint, event=event)


def replay(*, actor: Membership, uid: uuid.UUID) -> WebhookDelivery:
    """Send an event again to the same address, under its own id. Raises NotFound, and Conflict while it is under way."""
    rows = WebhookDelivery.objects.for_company(actor.company).select_related("endpoint__company", "event")
    old = rows.filter(uid=uid).first()
    if old is None:
        raise NotFound
    if old.status not in {DeliveryStatus.DELIVERED, DeliveryStatus.DEAD}:
        raise Conflict(_("This delivery is still under way."))
    with transaction.atomic():
        journal.record(actor=actor.user, action="webhook.replayed", subject=old.endpoint)
        return deliveries.queue(endpoint=old.endpoint, event=old.event)


def emit(*, company_id: int, kind: str, data: dict[str, object]) -> CompanyEvent:
    """Keep an event and send it to every address that wants it. The caller's transaction decides whether it happened."""
    (event,) = _emit([CompanyEvent(company_id=company_id, type=kind, data=data)])
    return event


def _emit(events: Sequence[CompanyEvent]) -> Sequence[CompanyEvent]:
    """Many at once, in few statements."""
    with transaction.atomic(savepoint=False):
        CompanyEvent.objects.bulk_create(events)
        companies = {event.company_id for event in events}
        endpoints = list(WebhookEndpoint.objects.filter(company_id__in=companies, disabled_at=None))
        for event in events:
            for endpoint in endpoints:
                is_wanted = not endpoint.events or event.type in endpoint.events
                if endpoint.company_id == event.company_id and is_wanted:
                    deliveries.queue(endpoint=endpoint, event=event)
    return events


@journal.on_record
def tell(facts: Sequence[Fact]) -> None:
    """Make events of the facts that companies are told of: few statements, however many there are."""
    told = [(fact, subject) for fact, subject in facts if subject is not None and _is_told(fact, subject)]
    if told:
        jobs = _jobs_of([subject for _fact, subject in told])
        _emit([_event_of(fact, subject, jobs) for fact, subject in told])


#: What an event calls the subject of a fact; others are not told of.
_CALLED = {"aiinterviewedjob": "job", "interview": "interview"}


def _is_told(fact: AuditEvent, subject: models.Model) -> bool:
    is_known = fact.action in FROM_JOURNAL and subject._meta.model_name in _CALLED
    return is_known and fact.company_id is not None


def _jobs_of(subjects: Sequence[models.Model]) -> dict[int, uuid.UUID]:
    """The public ids of the jobs of interviews, by interview; asked for together where they are not at hand."""
    interviews = [one for one in subjects if one._meta.model_name == "interview"]
    known = {one.pk: one.job.uid for one in interviews if "job" in one._state.fields_cache}  # type: ignore[attr-defined]
    missing = [one.pk for one in interviews if one.pk not in known]
    if missing:
        rows = type(interviews[0])._default_manager.filter(pk__in=missing)
        known |= dict(rows.values_list("pk", "job__uid"))
    return known


def _event_of(fact: AuditEvent, subject: models.Model, jobs: dict[int, uuid.UUID]) -> CompanyEvent:
    kind, called = FROM_JOURNAL[fact.action], _CALLED[str(subject._meta.model_name)]
    data: dict[str, object] = {called: str(getattr(subject, "uid", ""))}
    if called == "interview":
        data["job"] = str(jobs.get(subject.pk, ""))
    if kind == "interview.decided":
        data["decision"] = fact.data.get("to", "")
    return CompanyEvent(company_id=fact.company_id, type=kind, data=data)
