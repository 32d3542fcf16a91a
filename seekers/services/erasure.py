"""Deleting a job seeker's account: at once and for good, but for what companies were given."""

from __future__ import annotations

import logging
from collections.abc import Callable

from allauth.account.models import EmailAddress
from django.core.files.storage import Storage
from django.db import transaction
from django.utils import timezone

from interviewer.accounts.models import OneTimeCode, User
from interviewer.accounts.services import sessions
from interviewer.integrations import mail
from interviewer.journal import services as journal
from seekers import contributions
from seekers.models import JobSeeker
from seekers.sections import SECTIONS

log = logging.getLogger(__name__)

#: Fields that say something about a person; the row itself stays, nameless, because others point to it.
_KEPT_FIELDS = frozenset({"id", "uid", "user", "created_at", "suspended_at", "updated_at", "deleted_at"})


def erase(*, seeker: JobSeeker, keeps_account: bool) -> None:
    """Take away everything personal at once. `keeps_account`: the person signs in for something else too
    (a company, staff), so only the profile goes. What companies were given stays with them."""
    user, address = seeker.user, seeker.user.email
    files = [
        (file.storage, file.name)
        for file in (seeker.photo, seeker.resume, *(row.file for row in seeker.downloads.all()))
        if file
    ]
    with transaction.atomic():
        for one in contributions.every():
            if one.erase:
                one.erase(seeker)
        for section in SECTIONS.values():
            section.model.objects.for_seeker(seeker).delete()
        for rows in (seeker.readings, seeker.downloads, seeker.agreements):
            rows.all().delete()
        OneTimeCode.objects.filter(purpose=f"phone:{seeker.uid}").delete()
        _empty(seeker)
        journal.record(actor="job seeker", action="seeker.erased", subject=seeker)
        mail.send(kind="seeker_erased", to=address, context={}, language=user.language)
        if keeps_account:
            _leave_to_nobody(seeker)
            journal.forget(user=None, subjects=[seeker])
        else:
            journal.forget(user=user, subjects=[user, seeker])
            _forget(user)
        transaction.on_commit(_drop(files))


def _empty(seeker: JobSeeker) -> None:
    """Set every field back to what a new row has."""
    fields = [field for field in seeker._meta.concrete_fields if field.name not in _KEPT_FIELDS]
    for field in fields:
        setattr(seeker, field.attname, field.get_default())
    seeker.first_name = ""
    seeker.deleted_at = timezone.now()
    seeker.save(update_fields=[*(field.name for field in fields), "deleted_at", "updated_at"])


def _leave_to_nobody(seeker: JobSeeker) -> None:
    """Part the nameless row from an account that stays, whose owner may begin a new profile one day."""
    nobody = User.objects.create_user(f"deleted-{seeker.uid}@invalid.example", None, is_active=False)
    JobSeeker.objects.filter(pk=seeker.pk).update(user=nobody)


def _forget(user: User) -> None:
    """Close the account: its address is free again, and nothing names the person."""
    sessions.end_all(user=user)
    EmailAddress.objects.filter(user=user).delete()
    OneTimeCode.objects.filter(address=user.email).delete()
    user.email, user.name, user.is_active = f"deleted-{user.uid}@invalid.example", "", False
    user.set_unusable_password()
    user.save(update_fields=["email", "name", "is_active", "password", "updated_at"])


def _drop(files: list[tuple[Storage, str]]) -> Callable[[], None]:
    def drop() -> None:
        for storage, name in files:
            try:
                storage.delete(name)
            except OSError:
                log.warning("an erased profile's file could not be deleted: %s", name)

    return drop
