"""What signing in takes and answers."""

from __future__ import annotations

from rest_framework import serializers

from interviewer.accounts.models import ApiSession, User
from interviewer.api.serializers import In, ModelOut, Out


class SignInIn(In):
    """Address and password of an account; `label` tells the sign-ins of a person apart."""

    email = serializers.EmailField(max_length=254)
    password = serializers.CharField(max_length=200, trim_whitespace=False, style={"input_type": "password"})
    label = serializers.CharField(max_length=200, required=False, default="", allow_blank=True)

    example = {"email": "owner@example.com", "password": "correct horse battery", "label": "Nightly report"}


class RefreshIn(In):
    """A refresh token; it is good once."""

    refresh = serializers.CharField(max_length=2_000)

    example = {"refresh": "eyJhbGciOiJIUzI1NiJ9.e30.signature"}


class SessionOut(ModelOut):
    """A program that is signed in."""

    class Meta:
        model = ApiSession
        fields = ["uid", "label", "address", "created_at", "refreshed_at", "expires_at"]


class TokensOut(Out):
    """An access token for the header Authorization, and the refresh token for the next one."""

    token_type = serializers.CharField(default="Bearer")
    access = serializers.CharField()
    refresh = serializers.CharField()
    expires_in = serializers.IntegerField(help_text="Seconds that the access token is good for.")
    session = SessionOut()


class PersonOut(ModelOut):
    """Who is signed in."""

    class Meta:
        model = User
        fields = ["uid", "email", "name", "language", "created_at"]
