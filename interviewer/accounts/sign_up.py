"""Around registering and passwords: limits, and the page for the code, the same for a known address as for a new one."""

from __future__ import annotations

from allauth.account.internal.flows import signup
from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponse

from interviewer.accounts.models import User
from interviewer.errors import TooMany


def limit(request: HttpRequest) -> None:
    """Count a registration; raises TooMany when this address sends too many."""
    if not ratelimit.consume(request, action="signup"):
        raise TooMany(retry_after_seconds=60)


def limit_passwords(request: HttpRequest) -> None:
    """Count a password that somebody signed in types again; raises TooMany when they seem to be guessing."""
    if not ratelimit.consume(request, action="reauthenticate", user=request.user):
        raise TooMany(retry_after_seconds=60)


def ask_for_code(
    request: HttpRequest, *, user: User | None, email: str, then: str | None = None
) -> HttpResponse:
    """Send the code and lead to its page; `then` is where to go once it was right. Without a user the address has an account already: its owner gets
    an e-mail that says so, and the browser sees the same page, where no code will be right."""
    if user is None:
        return signup.prevent_enumeration(request, email=email)
    return signup.complete_signup(request, user=user, redirect_url=then)
