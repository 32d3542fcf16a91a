"""Signing programs in and out: short access tokens, and refresh tokens that are good once.

A refresh token that comes a second time was stolen, or its successor was: the whole sign-in ends.
"""

from __future__ import annotations

import hashlib
import uuid
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.contrib.auth.hashers import check_password, make_password
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from rest_framework_simplejwt.exceptions import TokenError
from rest_framework_simplejwt.tokens import AccessToken, RefreshToken, Token

from interviewer.accounts.models import ApiSession, User, fold_email
from interviewer.accounts.services import users
from interviewer.errors import NotAllowed, NotFound, TokenNotValid, WrongCredentials
from interviewer.journal import services as journal
from interviewer.journal.context import origin

#: A sign-in ends after so long, however often it is refreshed.
LONGEST = timedelta(days=90)


@dataclass(frozen=True)
class Tokens:
    """What a program gets: `expires_in` are the seconds that the access token is good for."""

    session: ApiSession
    access: str
    refresh: str
    expires_in: int


def sign_in(*, email: str, password: str, label: str = "") -> Tokens:
    """Sign a program in. Raises WrongCredentials, after as long a time for an unknown address as for a known one,
    and NotAllowed when the address is not proven yet."""
    user = User.objects.filter(email=fold_email(email)).first()
    if user is None:
        make_password(password)
    elif check_password(password, user.password) and user.is_active:
        return _begin(user, label)
    journal.record(
        actor="anonymous", action="account.sign_in_failed", data={"email": email[:254], "by": "api"}
    )
    raise WrongCredentials


def _begin(user: User, label: str) -> Tokens:
    if not users.has_proven_address(user=user):
        raise NotAllowed(_("Confirm your e-mail address first: sign in on the site and enter the code."))
    with transaction.atomic():
        session = ApiSession.objects.create(
            user=user,
            token_id=uuid.uuid4().hex,
            label=label[:200],
            address=origin.get().address or None,
            expires_at=timezone.now() + LONGEST,
        )
        journal.record(actor=user, action="account.signed_in", subject=user, data={"by": "api"})
    return _tokens(session)


def _tokens(session: ApiSession) -> Tokens:
    refresh = RefreshToken()
    refresh["jti"], refresh["sid"] = session.token_id, str(session.uid)
    access = refresh.access_token
    access["jti"], access["pwd"] = uuid.uuid4().hex, _mark(session.user)
    refresh["pwd"] = _mark(session.user)
    seconds = int(settings.SIMPLE_JWT["ACCESS_TOKEN_LIFETIME"].total_seconds())
    return Tokens(session, str(access), str(refresh), seconds)


def _mark(user: User) -> str:
    """Changes with the password: tokens of before are not good any more."""
    return hashlib.sha256(f"{user.pk}:{user.password}".encode()).hexdigest()[:16]


def _open(token: Token) -> ApiSession:
    rows = ApiSession.objects.select_related("user").filter(revoked_at=None, expires_at__gt=timezone.now())
    try:
        session = rows.filter(uid=uuid.UUID(str(token.get("sid", "")))).first()
    except ValueError:
        session = None
    if session is None or not session.user.is_active or token.get("pwd") != _mark(session.user):
        raise TokenNotValid
    return session


def of_access_token(text: str) -> ApiSession:
    """The sign-in of an access token, with its user. Raises TokenNotValid for one that is forged, old or revoked."""
    try:
        token = AccessToken(text)
    except (TokenError, ValueError) as problem:
        raise TokenNotValid from problem
    return _open(token)


def refresh(*, token: str) -> Tokens:
    """Give out new tokens for a refresh token, once. Raises TokenNotValid; for one that was used before the
    sign-in is revoked as well."""
    try:
        given = RefreshToken(token)
    except (TokenError, ValueError) as problem:
        raise TokenNotValid from problem
    session = _open(given)
    new = uuid.uuid4().hex
    # Of two programs with the same token only one is given new ones.
    rows = ApiSession.objects.filter(pk=session.pk, token_id=str(given.get("jti", "")), revoked_at=None)
    if not rows.update(token_id=new, refreshed_at=timezone.now(), updated_at=timezone.now()):
        _revoke(ApiSession.objects.filter(pk=session.pk), "used twice")
        journal.record(actor=session.user, action="account.refresh_token_reused", subject=session.user)
        raise TokenNotValid(_("This refresh token was used before. The sign-in is revoked: sign in again."))
    session.token_id = new
    return _tokens(session)


def open_sessions(*, user: User) -> models.QuerySet:
    """Where a user is signed in by programs."""
    return ApiSession.objects.filter(user=user, revoked_at=None, expires_at__gt=timezone.now())


def one(*, user: User, uid: uuid.UUID) -> ApiSession:
    """One of these; raises NotFound."""
    session = open_sessions(user=user).filter(uid=uid).first()
    if session is None:
        raise NotFound
    return session


def revoke(*, user: User, uid: uuid.UUID) -> None:
    """End a sign-in at once. Raises NotFound for one that is not this user's; ending twice does nothing."""
    rows = ApiSession.objects.filter(user=user, uid=uid)
    if not rows.exists():
        raise NotFound
    if _revoke(rows, "signed out"):
        journal.record(actor=user, action="account.signed_out", subject=user, data={"by": "api"})


def _revoke(rows: models.QuerySet, why: str) -> int:
    now = timezone.now()
    return rows.filter(revoked_at=None).update(revoked_at=now, why_revoked=why, updated_at=now)
