"""Changing the address of an account: proved by a code sent to the new one, told to the old one."""

from __future__ import annotations

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from interviewer.accounts.models import User, fold_email
from interviewer.accounts.services import codes
from interviewer.errors import Gone
from interviewer.integrations import mail
from interviewer.journal import services as journal


def ask(*, user: User, email: str) -> None:
    """Send a code to the new address. An address that has an account gets an e-mail that says so instead;
    the caller sees no difference. Raises TooMany."""
    email = fold_email(email)
    with transaction.atomic():
        code = codes.issue(purpose=_purpose(user), address=email)
        if User.objects.filter(email=email).exists():
            make_password(code)  # takes as long as it takes to look after a new one
            mail.send(kind="email_change_known", to=email, context={}, language=user.language)
        else:
            mail.send(kind="email_change_code", to=email, context={"code": code}, language=user.language)
        journal.record(actor=user, action="account.email_change_asked", subject=user)


def prove(*, user: User, email: str, typed: str) -> None:
    """Make the proven address the account's. Raises Invalid, Gone, TooMany as a code does."""
    email = fold_email(email)
    codes.check(purpose=_purpose(user), typed=typed, address=email)
    old = user.email
    try:
        with transaction.atomic():
            User.objects.filter(pk=user.pk).update(email=email)
            EmailAddress.objects.filter(user=user).delete()
            EmailAddress.objects.create(user=user, email=email, primary=True, verified=True)
            mail.send(kind="email_changed", to=old, context={"new": _masked(email)}, language=user.language)
            journal.record(
                actor=user, action="account.email_changed", subject=user, data={"from": old, "to": email}
            )
    except IntegrityError as problem:  # it became somebody's account while the code was on its way
        raise Gone(_("This code is no longer valid. Ask for a new one.")) from problem
    user.email = email


def _purpose(user: User) -> str:
    return f"email-change:{user.uid}"


def _masked(email: str) -> str:
    """The new address so that its owner knows it and a stranger who reads the old mailbox does not."""
    name, _at, host = email.partition("@")
    return f"{name[:1]}…@{host}"
