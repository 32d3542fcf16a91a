"""Who works for a company in which role. Every change is made under the company's lock: there is always an owner."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from companies import rules
from companies.enums import Role
from companies.models import Company, Membership
from companies.services import notices
from interviewer.errors import Conflict, NotAllowed, NotFound
from interviewer.journal import services as journal


@contextmanager
def changing(actor: Membership) -> Iterator[Membership]:
    """A transaction that holds the company, with the actor as they are now: somebody may have removed them."""
    with transaction.atomic():
        company = Company.objects.select_for_update().get(pk=actor.company_id)
        row = Membership.objects.select_related("user").filter(pk=actor.pk, removed_at=None).first()
        if row is None or company.is_deleted:
            raise NotAllowed(_("You no longer belong to this company."))
        row.company = company
        yield row


def change_role(*, actor: Membership, member: Membership, role: str) -> None:
    """Give a member another role. Raises NotAllowed, or Conflict when no owner would be left."""
    with changing(actor) as owner:
        rules.require(rules.why_not_manage_team(owner))
        row = _present(owner.company, member)
        if row.role == role:
            return
        if row.is_owner:
            _keep_an_owner(row)
        old, row.role = row.role, Role(role)
        row.save(update_fields=["role", "updated_at"])
        _record(owner, "team.role_changed", row, {"from": old, "to": row.role})
        notices.send(
            notice="role_changed",
            company=owner.company,
            to=[row.user],
            page="workspace:dashboard",
            actor=str(owner.user),
            role=row.role,
        )


def remove(*, actor: Membership, member: Membership) -> None:
    """Take a member out of the team; what they did stays. Raises NotAllowed, Conflict for the last owner."""
    with changing(actor) as owner:
        rules.require(rules.why_not_manage_team(owner))
        row = _present(owner.company, member)
        if row.is_owner:
            _keep_an_owner(row)
        _end(row)
        _record(owner, "team.removed", row, {"role": row.role})
        notices.send(notice="removed", company=owner.company, to=[row.user], page="", actor=str(owner.user))


def leave(*, actor: Membership) -> None:
    """Leave the team oneself, which is allowed in a stopped company too. Raises Conflict for the last owner."""
    with changing(actor) as row:
        if row.is_owner:
            _keep_an_owner(row)
        _end(row)
        _record(row, "team.left", row, {"role": row.role})
        to = notices.owners(row.company)
        notices.send(notice="left", company=row.company, to=to, person=str(row.user), role=row.role)


def transfer(*, actor: Membership, member: Membership) -> None:
    """Hand the ownership to a member; who hands it over becomes recruiter. Raises NotAllowed, Conflict."""
    with changing(actor) as owner:
        rules.require(rules.why_not_manage_team(owner))
        row = _present(owner.company, member)
        if row.pk == owner.pk or row.is_owner:
            raise Conflict(_("This member is an owner already."))
        row.role, owner.role = Role.OWNER, Role.RECRUITER
        for one in (row, owner):
            one.save(update_fields=["role", "updated_at"])
        _record(owner, "team.ownership_transferred", row, {"from": str(owner.uid), "to": str(row.uid)})
        to = {*notices.owners(owner.company), owner.user}
        notices.send(
            notice="owner_changed",
            company=owner.company,
            to=sorted(to, key=lambda user: user.pk),
            actor=str(owner.user),
            person=str(row.user),
        )


def _present(company: Company, member: Membership) -> Membership:
    row = Membership.objects.select_related("user").filter(pk=member.pk, company=company, removed_at=None)
    found = row.first()
    if found is None:
        raise NotFound
    return found


def _keep_an_owner(leaving: Membership) -> None:
    """Called under the company's lock, so that two who go at the same time see each other."""
    others = Membership.objects.filter(company=leaving.company_id, role=Role.OWNER, removed_at=None)
    if not others.exclude(pk=leaving.pk).exists():
        raise Conflict(_("A company needs an owner: make somebody else owner first."))


def _end(row: Membership) -> None:
    row.removed_at = timezone.now()
    row.save(update_fields=["removed_at", "updated_at"])


def _record(actor: Membership, action: str, subject: Membership, data: dict[str, str]) -> None:
    journal.record(
        actor=actor.user, action=action, subject=subject, data={"member": subject.user.email, **data}
    )
