"""Asking people into a team by e-mail: unguessable link, kept as a hash, a week long, for the asked address only."""

from __future__ import annotations

import secrets
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from companies import rules
from companies.enums import Role
from companies.models import Company, Membership, TeamInvitation
from companies.services import notices
from companies.services.team import changing
from interviewer.accounts.models import User, fold_email
from interviewer.accounts.services import users
from interviewer.accounts.tokens import hash_of
from interviewer.errors import Conflict, Gone, NotAllowed, NotFound, TooMany
from interviewer.integrations import mail
from interviewer.journal import services as journal

LIFETIME = timedelta(days=7)
PAUSE = timedelta(minutes=2)
MAX_SENDS = 5
MAX_WAITING = 50


def invite(*, actor: Membership, email: str, role: str) -> TeamInvitation:
    """Ask somebody into the team. Raises NotAllowed, Conflict when they are a member or were asked already,
    TooMany with fifty people asked."""
    email = fold_email(email)
    with changing(actor) as owner:
        rules.require(rules.why_not_manage_team(owner))
        company = owner.company
        if company.memberships.filter(user__email=email, removed_at=None).exists():
            raise Conflict(fields={"email": _("This person is a member already.")})
        if company.team_invitations.waiting().filter(email=email).exists():
            raise Conflict(
                fields={"email": _("This address was invited already: send that invitation again.")}
            )
        if company.team_invitations.waiting().count() >= MAX_WAITING:
            raise TooMany(_("Too many invitations are waiting. Withdraw some first."))
        row = TeamInvitation(company=company, email=email, role=Role(role), invited_by=owner.user)
        token = _new_token(row)
        row.save()
        _send(row, token, owner.user)
        _record(owner.user, "team.invited", row)
    return row


def resend(*, actor: Membership, invitation: TeamInvitation) -> None:
    """Send it anew with a new link for another week; the old link ends. Raises NotAllowed, Gone, TooMany."""
    with changing(actor) as owner:
        rules.require(rules.why_not_manage_team(owner))
        row = _waiting(owner.company, invitation)
        if row.times_sent >= MAX_SENDS:
            raise TooMany(_("It was sent %(n)d times. Withdraw it and invite anew.") % {"n": MAX_SENDS})
        if timezone.now() - row.sent_at < PAUSE:
            raise TooMany(_("It was sent a moment ago. Please wait two minutes."), retry_after_seconds=120)
        token = _new_token(row)
        row.times_sent += 1
        row.save()
        _send(row, token, owner.user)
        _record(owner.user, "team.invitation_sent_again", row)


def revoke(*, actor: Membership, invitation: TeamInvitation) -> None:
    """Withdraw it: its link ends. Raises NotAllowed, Gone when it was accepted or withdrawn meanwhile."""
    with changing(actor) as owner:
        rules.require(rules.why_not_manage_team(owner))
        row = _waiting(owner.company, invitation)
        row.revoked_at = timezone.now()
        row.save(update_fields=["revoked_at", "updated_at"])
        _record(owner.user, "team.invitation_revoked", row)


def by_token(token: str) -> TeamInvitation:
    """The invitation a link leads to. Raises NotFound for an invented link, Gone for one that is over."""
    row = (
        TeamInvitation.objects.filter(token_hash=hash_of(token), company__deleted_at=None)
        .select_related("company", "invited_by")
        .first()
    )
    if row is None:
        raise NotFound
    _require_open(row)
    return row


def accept(*, user: User, token: str) -> Membership:
    """Join the team in the role that was offered. Raises NotFound, Gone, and NotAllowed for anybody whose proven
    address is not the one that was asked."""
    company_id = by_token(token).company_id
    with transaction.atomic():
        company = Company.objects.select_for_update().get(pk=company_id)
        row = by_token(token)  # anew: it may have been withdrawn while the lock was waited for
        if fold_email(user.email) != row.email or not users.has_proven_address(user=user):
            raise NotAllowed(
                _("This invitation is for another e-mail address. Sign in with the address it was sent to.")
            )
        rules.require(rules.why_read_only(company))
        member = _join(company, user, row.role)
        row.accepted_at = timezone.now()
        row.save(update_fields=["accepted_at", "updated_at"])
        _record(user, "team.joined", row)
        to = [owner for owner in notices.owners(company) if owner.pk != user.pk]
        notices.send(notice="joined", company=company, to=to, person=str(user), role=member.role)
    return member


def _join(company: Company, user: User, role: str) -> Membership:
    """A membership in the role; somebody who left comes back, a present member keeps the role they have."""
    member, is_new = Membership.objects.get_or_create(company=company, user=user, defaults={"role": role})
    if not is_new and member.removed_at:
        member.role, member.removed_at = role, None
        member.save(update_fields=["role", "removed_at", "updated_at"])
    return member


def _new_token(row: TeamInvitation) -> str:
    token, now = secrets.token_urlsafe(24), timezone.now()
    row.token_hash, row.sent_at, row.expires_at = hash_of(token), now, now + LIFETIME
    return token


def _send(row: TeamInvitation, token: str, sender: User) -> None:
    context = {
        "company_name": row.company.name,
        "sender": str(sender),
        "role": row.get_role_display(),
        "expires_at": row.expires_at,
        "href": f"{settings.SITE_URL}{reverse('companies:join', args=[token])}",
    }
    mail.send(kind="team_invitation", to=row.email, context=context, language=sender.language)


def _waiting(company: Company, invitation: TeamInvitation) -> TeamInvitation:
    row = company.team_invitations.filter(pk=invitation.pk).first()
    if row is None:
        raise NotFound
    if row.accepted_at or row.revoked_at:
        raise Gone(_("This invitation was accepted or withdrawn meanwhile."))
    row.company = company
    return row


def _require_open(row: TeamInvitation) -> None:
    if row.accepted_at:
        raise Gone(_("This invitation was accepted. Sign in to get to your team."))
    if row.revoked_at:
        raise Gone(_("This invitation was withdrawn. Ask whoever invited you."))
    if row.is_expired:
        raise Gone(_("This invitation has expired. Ask whoever invited you to send it again."))


def _record(actor: User, action: str, row: TeamInvitation) -> None:
    journal.record(actor=actor, action=action, subject=row, data={"email": row.email, "role": row.role})
