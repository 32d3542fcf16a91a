"""A program that uses the API, for tests: JSON both ways, with a token, a key or nothing."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpResponse
from django.test import Client

from companies.enums import Role, Scope
from companies.models import Company, Membership
from companies.services import api_keys
from companies.tests.factories import MembershipFactory
from interviewer.accounts.models import User
from interviewer.accounts.services import api_sessions

V1 = "/api/v1"


@dataclass
class Program:
    """Sends requests; addresses are those below /api/v1 or whole ones."""

    token: str = ""
    client: Client = field(default_factory=Client)

    def send(self, method: str, path: str, body: Any = None, **headers: str) -> HttpResponse:
        """One request; header names with underscores."""
        if self.token:
            headers.setdefault("authorization", f"Bearer {self.token}")
        url = path if path.startswith("/api/") else f"{V1}{path}"
        kind = headers.pop("content_type", "application/json")
        text = body if isinstance(body, bytes | str) else json.dumps(body)
        given = {} if body is None else {"data": text, "content_type": kind}
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.client.generic(method, url, headers=named, **given)

    def get(self, path: str, **headers: str) -> HttpResponse:
        """Read."""
        return self.send("GET", path, **headers)

    def post(self, path: str, body: Any = None, **headers: str) -> HttpResponse:
        """Make or do."""
        return self.send("POST", path, body, **headers)

    def put(self, path: str, body: Any = None, **headers: str) -> HttpResponse:
        """Set."""
        return self.send("PUT", path, body, **headers)

    def patch(self, path: str, body: Any = None, **headers: str) -> HttpResponse:
        """Change."""
        return self.send("PATCH", path, body, **headers)

    def delete(self, path: str, **headers: str) -> HttpResponse:
        """Take away."""
        return self.send("DELETE", path, **headers)


def program_of(user: User) -> Program:
    """A program in which somebody is signed in."""
    return Program(api_sessions._begin(user, "test").access)


def at_work(company: Company, role: Role = Role.RECRUITER) -> Program:
    """A program of a new member of the company."""
    return program_of(MembershipFactory(company=company, role=role).user)


def with_key(membership: Membership, *scopes: str) -> Program:
    """A server of the member's company with a key for these scopes, or all of them."""
    _row, text = api_keys.make(actor=membership, name="test", scopes=scopes or Scope.values)
    return Program(text)
