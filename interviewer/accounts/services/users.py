"""Making accounts: of a person who registers, and of the first superuser."""

from __future__ import annotations

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.core.validators import validate_email
from django.db import IntegrityError, transaction

from interviewer.accounts.models import AdminUser, User, fold_email
from interviewer.journal import services as journal


def make(*, name: str, email: str, password: str) -> User | None:
    """Make a user whose address is still to be proven; None when the address has an account.

    Both take as long: otherwise the time of the answer would say which addresses are known.
    """
    email = fold_email(email)
    if User.objects.filter(email=email).exists():
        make_password(password)
        return None
    try:
        with transaction.atomic():
            user = User.objects.create_user(email, password, name=name)
            EmailAddress.objects.create(user=user, email=email, primary=True, verified=False)
    except IntegrityError:  # the same form sent twice at once
        return None
    return user


def has_proven_address(*, user: User) -> bool:
    """Whether the user's own address was proven by a code."""
    return EmailAddress.objects.filter(user=user, email=user.email, verified=True).exists()


def ensure_admin(*, email: str, password: str) -> AdminUser | None:
    """Make the first superuser; None when the address has an account, which is left as it is.

    Raises ValidationError when the address is none or the password is weak.
    """
    email = fold_email(email)
    validate_email(email)
    if User.objects.filter(email=email).exists():
        return None
    validate_password(password, AdminUser(email=email))
    with transaction.atomic():
        user = AdminUser.objects.create_superuser(email, password)
        EmailAddress.objects.create(user=user, email=email, primary=True, verified=True)
        journal.record(action="account.admin_made", subject=user)
    return user
