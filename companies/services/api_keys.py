"""Making, finding and revoking the keys of a company's servers."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Sequence
from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _

from companies.enums import Scope
from companies.models import ApiKey, Company, Membership
from interviewer.accounts.tokens import hash_of
from interviewer.errors import Conflict, Invalid, NotFound, TokenNotValid
from interviewer.journal import services as journal

PREFIX = "aik_"
MOST = 50
MAX_DAYS = 730
#: That a key was used is written down at most so often.
SEEN_EVERY = timedelta(minutes=1)


def make(
    *, actor: Membership, name: str, scopes: Sequence[str], days: int | None = None
) -> tuple[ApiKey, str]:
    """Make a key; returns it with its full text, which is not kept. Raises Invalid for a scope that there is not, and
    Conflict when the company has too many keys."""
    if not scopes or any(scope not in Scope.values for scope in scopes):
        raise Invalid(fields={"scopes": _("Choose what the key may do.")})
    if not name.strip():
        raise Invalid(fields={"name": _("Give the key a name that says where it is used.")})
    if days is not None and not 1 <= days <= MAX_DAYS:
        raise Invalid(fields={"days": _("Between 1 and %(n)d days, please.") % {"n": MAX_DAYS}})
    if actor.company.api_keys.open().count() >= MOST:
        raise Conflict(_("The company has %(n)d keys. Revoke one that is not used any more.") % {"n": MOST})
    prefix, secret = f"{PREFIX}{secrets.token_hex(4)}", secrets.token_urlsafe(32)
    with transaction.atomic():
        row = ApiKey.objects.create(
            company=actor.company,
            made_by=actor,
            name=name.strip()[:100],
            prefix=prefix,
            secret_hash=hash_of(secret),
            scopes=sorted(set(scopes)),
            expires_at=timezone.now() + timedelta(days=days) if days else None,
        )
        data = {"key": prefix, "scopes": row.scopes}
        journal.record(actor=actor.user, action="api_key.made", subject=row, data=data)
    return row, f"{prefix}_{secret}"


def revoke(*, actor: Membership, uid: uuid.UUID) -> ApiKey:
    """End a key at once. Raises NotFound for another company's; revoking twice does nothing."""
    row = ApiKey.objects.for_company(actor.company).filter(uid=uid).first()
    if row is None:
        raise NotFound
    with transaction.atomic():
        now = timezone.now()
        if ApiKey.objects.filter(pk=row.pk, revoked_at=None).update(revoked_at=now, updated_at=now):
            row.revoked_at = now
            journal.record(actor=actor.user, action="api_key.revoked", subject=row, data={"key": row.prefix})
    return row


def find(*, text: str) -> ApiKey:
    """The key of a text, with company and member. Raises TokenNotValid for one that is invented, revoked, expired, or
    whose member or company is gone."""
    prefix, _line, secret = text.removeprefix(PREFIX).partition("_")
    rows = ApiKey.objects.open().select_related("company", "made_by__user", "made_by__company")
    row = rows.filter(prefix=f"{PREFIX}{prefix}"[:20]).first()
    is_right = constant_time_compare(row.secret_hash if row else hash_of(""), hash_of(secret))
    if row is None or not is_right or not _is_member(row.made_by, row.company):
        raise TokenNotValid
    now = timezone.now()
    stale = Q(last_used_at=None) | Q(last_used_at__lt=now - SEEN_EVERY)
    if row.last_used_at is None or row.last_used_at < now - SEEN_EVERY:
        ApiKey.objects.filter(stale, pk=row.pk).update(last_used_at=now)
    return row


def _is_member(membership: Membership, company: Company) -> bool:
    return membership.removed_at is None and membership.user.is_active and not company.is_deleted
