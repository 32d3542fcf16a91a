"""What the API says of companies, their people and keys, and what it takes."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError as DjangoValidationError
from rest_framework import serializers

from companies.enums import Role, Scope
from companies.forms import clean_phone
from companies.models import ApiKey, Company, Membership
from interviewer.api.serializers import In, ModelIn, ModelOut

_PROFILE = [
    "name",
    "email",
    "phone",
    "website",
    "industry",
    "size_range",
    "foundation_year",
    "address",
    "postal_code",
    "tagline",
    "tags",
    "about",
]


class CompanyOut(ModelOut):
    """A company's profile."""

    country = serializers.CharField(source="country.name", default="", help_text="Name, or empty.")
    state = serializers.CharField(source="state.name", default="")
    city = serializers.CharField(source="city.name", default="")
    tags = serializers.ListField(child=serializers.CharField())
    is_verified = serializers.BooleanField(help_text="Staff have checked the identity document.")
    is_suspended = serializers.BooleanField()
    has_logo = serializers.SerializerMethodField()

    class Meta:
        model = Company
        fields = [
            "uid",
            *_PROFILE,
            "country",
            "state",
            "city",
            "is_verified",
            "is_suspended",
            "has_logo",
            "created_at",
            "updated_at",
        ]

    def get_has_logo(self, company: Company) -> bool:
        """Whether there is a picture at /companies/<uid>/logo/."""
        return bool(company.logo)


class CompanyIn(ModelIn):
    """What an owner changes of the profile. A new name takes the verification back."""

    tags = serializers.ListField(child=serializers.CharField(max_length=60), max_length=20, required=False)
    about = serializers.CharField(max_length=20_000, required=False, allow_blank=True)

    class Meta:
        model = Company
        fields = _PROFILE
        extra_kwargs = {"email": {"max_length": 254}}

    example = {"tagline": "Search that answers", "tags": ["search", "remote"], "size_range": "11-50"}

    def validate_phone(self, value: str) -> str:
        """With its country code."""
        try:
            return clean_phone(value)
        except DjangoValidationError as problem:
            raise serializers.ValidationError(problem.messages) from problem


class MemberOut(ModelOut):
    """Somebody who works in the company."""

    name = serializers.CharField(source="user.name")
    email = serializers.EmailField(source="user.email")
    role = serializers.ChoiceField(choices=Role.choices)

    class Meta:
        model = Membership
        fields = ["uid", "name", "email", "role", "created_at"]


class ApiKeyOut(ModelOut):
    """A key: what it begins with, never its secret."""

    scopes = serializers.ListField(child=serializers.ChoiceField(choices=Scope.choices))
    made_by = serializers.EmailField(source="made_by.user.email")

    class Meta:
        model = ApiKey
        fields = [
            "uid",
            "name",
            "prefix",
            "scopes",
            "made_by",
            "created_at",
            "last_used_at",
            "expires_at",
            "revoked_at",
        ]


class NewApiKeyOut(ApiKeyOut):
    """A key that was just made, with its text: it is shown this once."""

    secret = serializers.SerializerMethodField()

    class Meta(ApiKeyOut.Meta):
        fields = [*ApiKeyOut.Meta.fields, "secret"]

    def get_secret(self, key: ApiKey) -> str:
        """The whole key."""
        return str(key.secret)  # type: ignore[attr-defined]


class ApiKeyIn(In):
    """A name, what the key may do, and for how many days (without end if not given)."""

    name = serializers.CharField(max_length=100)
    scopes = serializers.ListField(
        child=serializers.ChoiceField(choices=Scope.choices), min_length=1, max_length=20
    )
    days = serializers.IntegerField(min_value=1, max_value=730, required=False, allow_null=True, default=None)

    example: dict[str, Any] = {"name": "Nightly report", "scopes": ["interviews:read"], "days": 90}
