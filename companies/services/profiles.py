"""Changing a company's profile and sending in its identity document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.core.files.storage import Storage
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models.fields.files import FieldFile
from django.utils.translation import gettext as _

from companies import rules
from companies.models import Company
from companies.services import postings
from interviewer.errors import Conflict
from interviewer.journal import services as journal
from interviewer.web.seen import changed_since
from locations.models import City

PICTURES = ("logo", "banner", "about_poster")
EDITABLE = frozenset(
    "name email phone phone_country_code website industry size_range city address postal_code "
    "tagline tags about foundation_year".split()
) | set(PICTURES)


def values(company: Company) -> dict[str, object]:
    """What of the profile is stored, in plain values that can be compared."""
    stored = {name: getattr(company, name) for name in sorted(EDITABLE)}
    return {name: _plain(value) for name, value in stored.items()}


def edit(*, actor: object, company: Company, changes: Mapping[str, object], seen: str = "") -> Company:
    """Set fields of the profile. A new name takes the verification back: staff verified the old one.

    `seen` are the fingerprints (interviewer.web.seen) of what the editor saw. Raises NotAllowed in a stopped
    company, and Conflict with the names of the fields that somebody else changed since; nothing is set then.
    """
    if unknown := set(changes) - EDITABLE:
        raise ValueError(f"not part of the profile: {sorted(unknown)}")
    with transaction.atomic():
        row = Company.objects.select_for_update(of=("self",)).select_related("city").get(pk=company.pk)
        rules.require(rules.why_read_only(row))
        stored = values(row)
        changed = [name for name, value in changes.items() if stored[name] != _plain(value)]
        _refuse_overwriting([name for name in changed_since(seen, stored) if name in changed])
        old_files = [getattr(row, name).name for name in changed if name in PICTURES]
        for name in changed:
            setattr(row, name, changes[name])
        if "city" in changed:
            city: City | None = row.city
            row.state, row.country = (city.state, city.state.country) if city else (None, None)
        if "name" in changed:
            row.verified_at = None
        if changed:
            row.save()
            journal.record(
                actor=actor, action="company.edited", subject=row, data={"fields": sorted(changed)}
            )
            _forget(row.logo.storage, old_files)
        if "name" in changed:
            postings.refresh_company(company=row)
    return row


def send_document(*, actor: object, company: Company, file: UploadedFile, document_type: str) -> Company:
    """Keep an identity document for staff to check; the company counts as unverified until they have.

    Raises NotAllowed in a stopped company.
    """
    with transaction.atomic():
        row = Company.objects.select_for_update().get(pk=company.pk)
        rules.require(rules.why_read_only(row))
        old = row.identity_document.name
        row.identity_document, row.identity_document_type = file, document_type
        row.verified_at, row.refused_at, row.refusal_reason = None, None, ""
        row.save()
        journal.record(actor=actor, action="company.document_sent", subject=row)
        _forget(row.identity_document.storage, [old])
    return row


def _plain(value: object) -> object:
    if isinstance(value, City):
        return value.pk
    return (value.name or "") if isinstance(value, FieldFile) else value


def _refuse_overwriting(lost: list[str]) -> None:
    if lost:
        meanwhile = _("Somebody saved this meanwhile.")
        raise Conflict(fields=dict.fromkeys(lost, meanwhile))


def _forget(storage: Storage, names: Iterable[str | None]) -> None:
    """Delete replaced files once the change is certain."""
    for name in filter(None, names):
        transaction.on_commit(lambda name=name: storage.delete(name))
