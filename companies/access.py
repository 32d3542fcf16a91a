"""The recruiter's door: signed in, member of a company, in a role that may."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from companies.enums import Role
from companies.models import Company, Membership
from companies.rules import EDITORS
from interviewer.errors import NotAllowed
from interviewer.web.answers import ask_to_sign_in, wants_json

View = Callable[..., HttpResponse]
SESSION_KEY = "company"

__all__ = [
    "EDITORS",
    "EVERYBODY",
    "MemberRequest",
    "choose",
    "member",
    "membership_of",
    "memberships_of",
    "whom_to_ask",
]

EVERYBODY = (Role.OWNER, Role.RECRUITER, Role.REVIEWER)


class MemberRequest(HttpRequest):
    """A request that came through the recruiter's door. `memberships` are all of the user, for the menu."""

    company: Company
    membership: Membership
    memberships: list[Membership]


def memberships_of(request: HttpRequest) -> list[Membership]:
    """The companies that whoever is signed in works for."""
    rows = Membership.objects.filter(user=request.user, removed_at=None, company__deleted_at=None)
    return list(rows.select_related("company").order_by("pk"))


def membership_of(request: HttpRequest) -> Membership | None:
    """The membership this request acts in: the company chosen in the session, or the first one."""
    return _chosen(request, memberships_of(request))


def choose(request: HttpRequest, company: Company) -> None:
    """From now on the session acts in this company, as long as its user is a member."""
    request.session[SESSION_KEY] = str(company.uid)


def _chosen(request: HttpRequest, memberships: list[Membership]) -> Membership | None:
    chosen = request.session.get(SESSION_KEY)
    return next((m for m in memberships if str(m.company.uid) == chosen), None) or next(
        iter(memberships), None
    )


def whom_to_ask(membership: Membership) -> str:
    """Why a role may not, and who may."""
    owners = Membership.objects.filter(company=membership.company, role=Role.OWNER, removed_at=None)
    addresses = ", ".join(owners.order_by("pk").values_list("user__email", flat=True)[:3])
    return _(
        "Your role in %(company)s is %(role)s, which may not do this. Ask an owner to do it or to change "
        "your role: %(owners)s"
    ) % {"company": membership.company, "role": membership.get_role_display(), "owners": addresses}


def member(*roles: Role) -> Callable[[View], View]:
    """Door for workspace pages. Sets `request.company` and `request.membership`; no roles means everybody."""

    def decorate(view: View) -> View:
        @functools.wraps(view)
        def checked(request: Any, **kwargs: object) -> HttpResponse:
            if not request.user.is_authenticated:
                return ask_to_sign_in(request)
            request.memberships = memberships_of(request)
            membership = _chosen(request, request.memberships)
            if membership is None:
                if wants_json(request):
                    raise NotAllowed(_("You are not a member of a company."))
                return redirect("companies:register")
            if membership.role not in (roles or EVERYBODY):
                raise NotAllowed(whom_to_ask(membership))
            request.membership, request.company = membership, membership.company
            return view(request, **kwargs)

        return checked

    return decorate
