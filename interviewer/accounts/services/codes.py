"""One-time codes: six digits from a cryptographic source, hashed, short-lived, few tries, few sends."""

from __future__ import annotations

import secrets
from datetime import timedelta

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from interviewer.accounts.models import OneTimeCode, fold_email
from interviewer.errors import Gone, Invalid, TooMany

LIFETIME = timedelta(minutes=10)
MAX_TRIES = 5
PAUSE = timedelta(seconds=30)
MAX_SENDS_PER_HOUR = 5
MAX_SENDS_PER_ADDRESS_PER_HOUR = 10


def issue(*, purpose: str, address: str, is_trusted_address: bool = False) -> str:
    """Make a new code for a purpose and return it for sending; earlier ones of the purpose stop working.

    Raises TooMany when the last one was sent there under 30 seconds ago, five were sent for the purpose or
    ten to the address within the hour. The last limit does not hold for a trusted address (one that a
    company invited): what strangers had sent to it must not keep its holder out.
    """
    now = timezone.now()
    address = fold_email(address)
    hour = now - timedelta(hours=1)
    with transaction.atomic():
        sent = OneTimeCode.objects.select_for_update().filter(purpose=purpose, created_at__gt=hour)
        times = sorted(row.created_at for row in sent if row.address == address)
        if times and now - times[-1] < PAUSE:
            wait = PAUSE - (now - times[-1])
            raise TooMany(
                _("A code was sent a moment ago. Please wait before asking for another."),
                retry_after_seconds=int(wait.total_seconds()) + 1,
            )
        to_address = OneTimeCode.objects.filter(address=address, created_at__gt=hour).count()
        is_flooded = to_address >= MAX_SENDS_PER_ADDRESS_PER_HOUR and not is_trusted_address
        if len(sent) >= MAX_SENDS_PER_HOUR or is_flooded:
            raise TooMany(
                _("Too many codes were asked for. Please try again in an hour."), retry_after_seconds=3600
            )
        OneTimeCode.objects.filter(purpose=purpose, used_at=None, expires_at__gt=now).update(expires_at=now)
        code = f"{secrets.randbelow(1_000_000):06d}"
        OneTimeCode.objects.create(
            purpose=purpose,
            address=address,
            code_hash=make_password(code, hasher="pbkdf2_sha256"),
            created_at=now,
            expires_at=now + LIFETIME,
        )
    return code


def check(*, purpose: str, typed: str, address: str = "") -> OneTimeCode:
    """Use up the code of a purpose; raises Gone when it is too old or spent, Invalid when it is wrong.

    With `address`, a code that was sent to another address proves nothing: give it wherever the person can
    change the address after the code was sent.
    """
    now = timezone.now()
    row = OneTimeCode.objects.filter(purpose=purpose).order_by("-created_at", "-pk").first()
    is_elsewhere = bool(row and address and row.address != fold_email(address))
    if row is None or is_elsewhere or row.used_at or row.expires_at <= now:
        raise Gone(_("This code is no longer valid. Ask for a new one."))
    # Counted before it is compared, so that parallel guesses can't share one try.
    counted = OneTimeCode.objects.filter(pk=row.pk, tries__lt=MAX_TRIES).update(tries=F("tries") + 1)
    if not counted:
        raise Gone(_("Too many wrong codes. Ask for a new one."))
    if not check_password("".join(typed.split()), row.code_hash):
        left = MAX_TRIES - row.tries - 1
        raise Invalid(
            _("That is not the code we sent. Tries left: %(left)d.") % {"left": left},
            fields={"code": _("Wrong code.")},
        )
    if not OneTimeCode.objects.filter(pk=row.pk, used_at=None).update(used_at=now):
        raise Gone(_("This code was used already. Ask for a new one."))
    row.used_at = now
    return row
