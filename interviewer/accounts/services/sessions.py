"""Where an account is signed in: the browsers, and ending their sessions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from allauth.usersessions.models import UserSession
from django.http import HttpRequest
from django.utils.translation import gettext as _

from interviewer.accounts.models import User
from interviewer.errors import NotFound
from interviewer.journal import services as journal

#: What stands in a browser's name of itself; the first that is found counts (Edge and Opera say Chrome too).
_BROWSERS = (
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
_SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
)


@dataclass(frozen=True)
class SignedIn:
    """One browser that is signed in."""

    number: int
    browser: str
    address: str
    since: datetime
    is_this: bool


def of(request: HttpRequest, user: User) -> tuple[SignedIn, ...]:
    """The browsers that are signed in, this one first; sessions that ended are cleared away."""
    key = request.session.session_key
    rows = UserSession.objects.purge_and_list(user)
    found = [
        SignedIn(row.pk, named(row.user_agent), row.ip, row.created_at, row.session_key == key)
        for row in rows
    ]
    return tuple(sorted(found, key=lambda one: (not one.is_this, -one.since.timestamp())))


def named(user_agent: str) -> str:
    """A browser in words, from what it says of itself."""
    browser = next((name for mark, name in _BROWSERS if mark in user_agent), "")
    system = next((name for mark, name in _SYSTEMS if mark in user_agent), "")
    if browser and system:
        return _("%(browser)s on %(system)s") % {"browser": browser, "system": system}
    return browser or system or _("Unknown program")


def end(*, user: User, number: int) -> None:
    """Sign one browser out. Raises NotFound when it is not the user's."""
    row = UserSession.objects.filter(user=user, pk=number).first()
    if row is None:
        raise NotFound
    row.end()
    journal.record(actor=user, action="account.session_ended", subject=user, data={"address": row.ip})


def end_all(*, user: User, but: str | None = None) -> int:
    """Sign every browser out, except the session with the key `but`. Returns how many."""
    rows = [row for row in UserSession.objects.filter(user=user) if row.session_key != but]
    for row in rows:
        row.end()
    journal.record(actor=user, action="account.sessions_ended", subject=user, data={"count": len(rows)})
    return len(rows)
