"""Seat tokens: what a candidate's program shows in place of a browser's session, bound to one interview.

A token names the interview, the link it was opened by, and the address that its holder proved, if any. It is signed,
not kept: a link that is withdrawn or replaced ends it.
"""

from __future__ import annotations

import hashlib
import uuid
from dataclasses import dataclass
from datetime import timedelta

from django.core import signing

from interviewer.errors import TokenNotValid
from interviews.models import Interview

PREFIX = "seat_"
LIFETIME = timedelta(hours=12)
_SALT = "interviews.seat"


@dataclass(frozen=True)
class Seat:
    """What a token says; `email` is the address that was proven, or nothing."""

    interview: uuid.UUID
    link: str
    email: str

    @property
    def identity(self) -> str:
        """Who spends budgets."""
        return f"seat:{self.interview}"

    def belongs_to(self, interview: Interview) -> bool:
        """Whether it was made for this interview and its present link."""
        return self.interview == interview.uid and self.link == _mark(interview)

    def is_proven(self, interview: Interview) -> bool:
        """Whether its holder may see what is behind the e-mail code."""
        return not interview.email_verified_at or self.email == interview.email


def _mark(interview: Interview) -> str:
    return hashlib.sha256(interview.link_token.encode()).hexdigest()[:24]


def token(*, interview: Interview, email: str = "") -> str:
    """A token for an interview whose link was opened; with `email` for somebody who proved that address."""
    return PREFIX + signing.dumps([str(interview.uid), _mark(interview), email], salt=_SALT)


def read(text: str) -> Seat:
    """What a token says; raises TokenNotValid for one that is forged or too old."""
    try:
        uid, link, email = signing.loads(text.removeprefix(PREFIX), salt=_SALT, max_age=LIFETIME)
        return Seat(uuid.UUID(uid), link, email)
    except (signing.BadSignature, ValueError, TypeError) as problem:
        raise TokenNotValid from problem
