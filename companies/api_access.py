"""The recruiter's door to the API: a person who is a member, or a key of the company, in a role and scope that may."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework.request import Request

from companies.access import EDITORS, EVERYBODY, membership_of, memberships_of, whom_to_ask
from companies.enums import Role
from companies.models import ApiKey, Company, Membership
from companies.services import api_keys
from interviewer.api.authentication import BearerAuthentication, JwtAuthentication, SessionCookie
from interviewer.api.endpoints import Endpoint
from interviewer.errors import NotAllowed, NotFound, NotSignedIn

__all__ = ["EDITORS", "EVERYBODY", "MemberEndpoint", "Role"]


class ApiKeyAuthentication(BearerAuthentication):
    """A key of a company's server."""

    prefix = api_keys.PREFIX

    def find(self, request: Request, token: str) -> tuple[Any, Any]:
        """The member it acts for, and the key."""
        key = api_keys.find(text=token)
        return key.made_by.user, key


class _ApiKeyScheme(OpenApiAuthenticationExtension):
    target_class = "companies.api_access.ApiKeyAuthentication"
    name = "apiKey"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        text = "A company's API key: aik_… Owners make keys in the workspace."
        return {"type": "http", "scheme": "bearer", "description": text}


class MemberEndpoint(Endpoint):
    """An endpoint of a company's workspace. Sets `company` and `membership`.

    `readers` and `changers` are the roles that may; `area` names the scopes that a key needs, `area:read` to look and
    `area:write` to change. Without an area no key may come in.
    """

    authentication_classes = [ApiKeyAuthentication, JwtAuthentication, SessionCookie]
    is_for_members = True
    readers: tuple[Role, ...] = EVERYBODY
    changers: tuple[Role, ...] = EDITORS
    area = ""
    company: Company
    membership: Membership

    def enter(self, request: Request, **kwargs: Any) -> None:
        """Find the membership; refuse other roles and missing scopes."""
        is_look = request.method in {"GET", "HEAD"}
        if isinstance(request.auth, ApiKey):
            self._check_scope(request.auth, "read" if is_look else "write")
            self.membership = request.auth.made_by
            if self.chosen(request, **kwargs) not in {"", str(self.membership.company.uid)}:
                raise NotFound
        else:
            self.membership = _membership(request, self.chosen(request, **kwargs))
        self.company = self.membership.company
        if self.membership.role not in (self.readers if is_look else self.changers):
            raise NotAllowed(whom_to_ask(self.membership))

    def chosen(self, request: Request, **kwargs: Any) -> str:
        """The uid of the company to act for; empty for the first one."""
        return request.headers.get("X-Company", "")

    def _check_scope(self, key: ApiKey, kind: str) -> None:
        if not self.area:
            raise NotAllowed(_("Keys may not do this; a person signs in for it."))
        if f"{self.area}:{kind}" not in key.scopes:
            raise NotAllowed(_("This key lacks the scope %(scope)s.") % {"scope": f"{self.area}:{kind}"})


def _membership(request: Request, chosen: str) -> Membership:
    """The one in the chosen company, the one chosen in a browser's session, or the first."""
    if not request.user.is_authenticated:
        raise NotSignedIn
    if not chosen and request.auth is None:
        found = membership_of(request._request)
    else:
        known = memberships_of(request)
        found = next((one for one in known if chosen in {"", str(one.company.uid)}), None)
    if found is None and chosen:
        raise NotFound(_("You are not a member of that company."))
    if found is None:
        raise NotAllowed(_("You are not a member of a company."))
    return found
