"""Writing to the journal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from django.db import models

from interviewer.journal.context import origin
from interviewer.journal.models import AuditEvent, ProviderCall


def _named(subject: models.Model | None) -> dict[str, str]:
    if subject is None:
        return {}
    key = getattr(subject, "uid", None) or subject.pk
    return {"subject_type": subject._meta.label_lower, "subject_id": str(key)}


def _company_id(subject: models.Model | None) -> int | None:
    if subject is None:
        return None
    if subject._meta.label_lower == "companies.company":
        return subject.pk
    return getattr(subject, "company_id", None)


#: A fact with its subject.
Fact = tuple[AuditEvent, models.Model | None]
Listener = Callable[[Sequence[Fact]], None]
_listeners: list[Listener] = []


def on_record(function: Listener) -> Listener:
    """Register who is told of facts, inside of the transaction that writes them: of many at once where many are."""
    _listeners.append(function)
    return function


def _tell(facts: Sequence[Fact]) -> None:
    for listener in _listeners:
        listener(facts)


def record(
    *,
    actor: object = None,
    action: str,
    subject: models.Model | None = None,
    data: Mapping[str, object] | None = None,
    company_id: int | None = None,
) -> AuditEvent:
    """Write that `actor` (a user, a text such as "candidate" or None for the system) did `action`."""
    event = _event(actor, action, subject, data, company_id)
    event.save()
    _tell([(event, subject)])
    return event


def record_all(*, actor: object = None, action: str, subjects: Sequence[models.Model]) -> None:
    """Write that `actor` did the same to each of many, in few statements."""
    record_many(actor=actor, action=action, entries=[(one, {}) for one in subjects])


def record_many(
    *, actor: object = None, action: str, entries: Iterable[tuple[models.Model, Mapping[str, object]]]
) -> None:
    """Write that `actor` did `action` to each of many, each with its data, in few statements."""
    facts: list[Fact] = [(_event(actor, action, subject, data, None), subject) for subject, data in entries]
    AuditEvent.objects.bulk_create([event for event, _subject in facts], batch_size=500)
    _tell(facts)


def _event(
    actor: object,
    action: str,
    subject: models.Model | None,
    data: Mapping[str, object] | None,
    company_id: int | None,
) -> AuditEvent:
    is_user = isinstance(actor, models.Model) and hasattr(actor, "email")
    where = origin.get()
    return AuditEvent(
        actor=actor if is_user else None,
        actor_label=str(actor or "system")[:200],
        action=action,
        subject_label=str(subject or "")[:200],
        company_id=company_id or _company_id(subject),
        data=dict(data or {}),
        request_id=where.request_id,
        address=where.address or None,
        **_named(subject),
    )


def provider_call(
    *,
    port: str,
    purpose: str,
    usage: object = None,
    subject: models.Model | None = None,
    company_id: int | None = None,
    error: str = "",
    engine: str = "",
) -> ProviderCall:
    """Write down one call of an engine; `usage` is the port's Usage (or None when the call failed)."""
    names = (
        "engine_version",
        "model",
        "prompt_version",
        "tokens_in",
        "tokens_out",
        "cost_micros",
        "latency_ms",
        "cached",
    )
    values = {name: getattr(usage, name) for name in names if getattr(usage, name, None) is not None}
    values["parameters"] = dict(getattr(usage, "parameters", {}))
    return ProviderCall.objects.create(
        port=port,
        purpose=purpose,
        engine=getattr(usage, "engine", "") or engine,
        company_id=company_id or _company_id(subject),
        ok=not error,
        error=error[:500],
        request_id=origin.get().request_id,
        **values,
        **_named(subject),
    )


def forget(*, user: models.Model | None, subjects: Iterable[models.Model]) -> None:
    """Take the person out of what the journal says of them: name, address and details go, the facts stay.

    The one change that the journal allows: the law gives a person the right to be forgotten, so this goes
    around the manager that refuses every other.
    """
    events = models.QuerySet(AuditEvent)
    if user is not None:
        events.filter(actor=user).update(actor_label="erased", address=None)
    for subject in subjects:
        events.filter(**_named(subject)).update(subject_label="", address=None, data={})
