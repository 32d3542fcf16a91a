"""Signing programs in and out."""

from __future__ import annotations

import hashlib
import uuid
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from rest_framework.request import Request

from interviewer.accounts.api.serializers import PersonOut, RefreshIn, SessionOut, SignInIn, TokensOut
from interviewer.accounts.models import User, fold_email
from interviewer.accounts.services import api_sessions
from interviewer.accounts.services.api_sessions import Tokens
from interviewer.api import budgets
from interviewer.api.authentication import JwtAuthentication, SessionCookie
from interviewer.api.endpoints import Endpoint
from interviewer.api.operations import reads, writes
from interviewer.api.replies import Reply
from interviewer.errors import NotSignedIn


class SignedIn(Endpoint):
    """An endpoint for whoever is signed in."""

    tag = "sign-in"

    def enter(self, request: Request, **kwargs: Any) -> None:
        """Somebody must be."""
        if not request.user.is_authenticated:
            raise NotSignedIn


def _told(tokens: Tokens, status: int = 200) -> Reply:
    at = reverse("v1:session", args=[tokens.session.uid])
    body = {
        "token_type": "Bearer",
        **{name: getattr(tokens, name) for name in ("access", "refresh", "expires_in", "session")},
    }
    return Reply(body, at=at, status=status, headers={"Cache-Control": "no-store"})


class Sessions(Endpoint):
    """Sign-ins of programs."""

    tag = "sign-in"

    def get_authenticators(self) -> list:
        """Signing in takes no token; a wrong one that came along is no reason to refuse."""
        is_sign_in = self.request is not None and self.request.method == "POST"
        return [] if is_sign_in else [JwtAuthentication(), SessionCookie()]

    def enter(self, request: Request, **kwargs: Any) -> None:
        """Looking is for whoever is signed in."""
        if request.method != "POST" and not request.user.is_authenticated:
            raise NotSignedIn

    @reads("list-sessions", SessionOut, many=True)
    def get(self, request: Request) -> QuerySet:
        """Where you are signed in"""
        return api_sessions.open_sessions(user=request.user).order_by("-pk")

    @writes("sign-in", SignInIn, TokensOut, status=201, budget="sign-in")
    def post(self, request: Request, data: dict[str, Any]) -> Reply:
        """Sign in"""
        address = hashlib.sha256(fold_email(data["email"]).encode()).hexdigest()
        budgets.spend("sign-in", f"email:{address}")
        return _told(api_sessions.sign_in(**data), 201)


class Refreshes(Endpoint):
    """New tokens for a refresh token."""

    tag = "sign-in"
    authentication_classes = []

    @writes("refresh-tokens", RefreshIn, TokensOut, budget="sign-in")
    def post(self, request: Request, data: dict[str, Any]) -> Reply:
        """Get new tokens"""
        return _told(api_sessions.refresh(token=data["refresh"]))


class Session(SignedIn):
    """One sign-in."""

    @reads("get-session", SessionOut)
    def get(self, request: Request, uid: uuid.UUID) -> object:
        """One of your sign-ins"""
        return api_sessions.one(user=request.user, uid=uid)

    @writes("sign-out")
    def delete(self, request: Request, uid: uuid.UUID) -> None:
        """Sign out: its tokens are dead at once"""
        api_sessions.revoke(user=request.user, uid=uid)


class Me(SignedIn):
    """Who is signed in."""

    @reads("get-me", PersonOut)
    def get(self, request: Request) -> User:
        """Who you are"""
        return request.user
