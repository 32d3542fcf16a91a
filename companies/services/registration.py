"""Registering a company: its first user, the company and the ownership, together or not at all."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from django.db import transaction

from companies.enums import Role
from companies.models import Company, Membership
from interviewer.accounts.models import User
from interviewer.accounts.services import users
from interviewer.errors import Conflict
from interviewer.journal import services as journal


@dataclass(frozen=True)
class NewCompany:
    """What is asked of a company that registers."""

    name: str
    phone: str = ""
    industry: str = ""
    size_range: str = ""
    website: str = ""


def register(*, name: str, email: str, password: str, company: NewCompany) -> User | None:
    """Make a user, a company and its first owner. None when the address has an account: then nothing is made,
    and the caller answers as if it had been (whose address is known is nobody's business)."""
    with transaction.atomic():
        user = users.make(name=name, email=email, password=password)
        if user is not None:
            found(actor=user, company=company)
    return user


def found(*, actor: User, company: NewCompany) -> Membership:
    """Make a company that a user owns. Raises Conflict when they are a member of one."""
    with transaction.atomic():
        User.objects.select_for_update().get(pk=actor.pk)
        if Membership.objects.filter(user=actor, removed_at=None, company__deleted_at=None).exists():
            raise Conflict("This account belongs to a company already.")
        row = Company.objects.create(email=actor.email, **asdict(company))
        membership = Membership.objects.create(company=row, user=actor, role=Role.OWNER)
        journal.record(actor=actor, action="company.registered", subject=row)
    return membership
