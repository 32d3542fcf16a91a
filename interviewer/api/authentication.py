"""Who asks: a token in the header Authorization, or the session cookie of a browser with its CSRF mark."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework.authentication import BaseAuthentication, SessionAuthentication, get_authorization_header
from rest_framework.exceptions import PermissionDenied
from rest_framework.request import Request

from interviewer.accounts.services import api_sessions
from interviewer.errors import Forged, TokenNotValid


def bearer(request: Request) -> str:
    """The token of the request; empty when there is none. Raises TokenNotValid for a header that is no token."""
    parts = get_authorization_header(request).split()
    if not parts:
        return ""
    if len(parts) != 2 or parts[0].lower() != b"bearer":
        raise TokenNotValid(_("The header is: Authorization: Bearer <token>."))
    try:
        return parts[1].decode("ascii")
    except UnicodeDecodeError as problem:
        raise TokenNotValid from problem


class BearerAuthentication(BaseAuthentication):
    """A kind of token, told from the others by how it begins."""

    prefix = ""

    def authenticate(self, request: Request) -> tuple[Any, Any] | None:
        """The person and what they came with, or None for another kind of token."""
        token = bearer(request)
        if not token or (self.prefix and not token.startswith(self.prefix)):
            return None
        return self.find(request, token)

    def find(self, request: Request, token: str) -> tuple[Any, Any]:
        """Whose token it is; raises TokenNotValid."""
        raise NotImplementedError

    def authenticate_header(self, request: Request) -> str:
        """For the header WWW-Authenticate of a 401."""
        return 'Bearer realm="api"'


class JwtAuthentication(BearerAuthentication):
    """A person's access token; dead at once when its sign-in was revoked."""

    def find(self, request: Request, token: str) -> tuple[Any, Any]:
        """The person and their sign-in."""
        session = api_sessions.of_access_token(token)
        return session.user, session


class SessionCookie(SessionAuthentication):
    """The session of a browser on this site; changes need the CSRF mark."""

    def enforce_csrf(self, request: Request) -> None:
        """Raise Forged without the mark."""
        try:
            super().enforce_csrf(request)
        except PermissionDenied as problem:
            raise Forged(_("Send the cookie csrftoken in the header X-CSRFToken.")) from problem


class _JwtScheme(OpenApiAuthenticationExtension):
    target_class = "interviewer.api.authentication.JwtAuthentication"
    name = "accessToken"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        text = "The access token of POST /api/v1/auth/sessions/."
        return {"type": "http", "scheme": "bearer", "bearerFormat": "JWT", "description": text}


class _CookieScheme(OpenApiAuthenticationExtension):
    target_class = "interviewer.api.authentication.SessionCookie"
    name = "sessionCookie"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        return {
            "type": "apiKey",
            "in": "cookie",
            "name": "sessionid",
            "description": "With X-CSRFToken for changes.",
        }
