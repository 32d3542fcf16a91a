"""Changing a company's profile and sending in its identity document."""

from __future__ import annotations

from collections.abc import Mapping

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from companies.models import Company
from companies.services import postings
from interviewer.journal import services as journal

EDITABLE = frozenset(
    "name email phone phone_country_code website industry size_range country state city address postal_code "
    "tagline tags about foundation_year logo banner about_poster".split()
)


def edit(*, actor: object, company: Company, changes: Mapping[str, object]) -> Company:
    """Set fields of the profile. A new name takes the verification back: staff verified the old one."""
    unknown = set(changes) - EDITABLE
    if unknown:
        raise ValueError(f"not part of the profile: {sorted(unknown)}")
    changed = [name for name, value in changes.items() if getattr(company, name) != value]
    with transaction.atomic():
        for name in changed:
            setattr(company, name, changes[name])
        if "name" in changed and company.verified_at:
            company.verified_at = None
        company.save()
        if changed:
            journal.record(
                actor=actor, action="company.edited", subject=company, data={"fields": sorted(changed)}
            )
        if "name" in changed:
            postings.refresh_company(company=company)
    return company


def send_document(*, actor: object, company: Company, file: UploadedFile, document_type: str) -> Company:
    """Keep an identity document for staff to check; the company counts as unverified until they have."""
    with transaction.atomic():
        old = company.identity_document.name
        company.identity_document = file
        company.identity_document_type = document_type
        company.verified_at = None
        company.save()
        journal.record(actor=actor, action="company.document_sent", subject=company)
        if old:
            transaction.on_commit(lambda: company.identity_document.storage.delete(old))
    return company
