"""Registering as a job seeker: the account and the profile, together or not at all."""

from __future__ import annotations

from django.db import IntegrityError, transaction

from interviewer.accounts.models import User
from interviewer.accounts.services import users
from interviewer.errors import Conflict
from interviewer.journal import services as journal
from seekers.enums import Agreement
from seekers.models import JobSeeker
from seekers.services import agreements


def register(*, name: str, email: str, password: str) -> User | None:
    """Make a user with an empty profile. None when the address has an account: then nothing is made, and the
    caller answers as if it had been (whose address is known is nobody's business)."""
    with transaction.atomic():
        user = users.make(name=name, email=email, password=password)
        if user is not None:
            begin(actor=user, name=name)
    return user


def begin(*, actor: User, name: str) -> JobSeeker:
    """Give an account an empty profile. Raises Conflict when it has one."""
    first, _space, last = name.strip().partition(" ")
    try:
        with transaction.atomic():
            row = JobSeeker.objects.create(user=actor, first_name=first[:100], last_name=last.strip()[:100])
            agreements.record(
                seeker=row, kind=Agreement.TERMS, is_given=True, version=agreements.TERMS_VERSION
            )
            journal.record(actor=actor, action="seeker.registered", subject=row)
    except IntegrityError as problem:
        raise Conflict("This account has a profile already.") from problem
    return row
