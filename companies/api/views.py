"""A company's profile, its people and its keys."""

from __future__ import annotations

import uuid
from typing import Any

from django.db.models import QuerySet
from django.http.response import HttpResponseBase
from django.urls import reverse
from rest_framework.request import Request

from companies.api.serializers import (
    ApiKeyIn,
    ApiKeyOut,
    CompanyIn,
    CompanyOut,
    MemberOut,
    NewApiKeyOut,
)
from companies.api_access import MemberEndpoint, Role
from companies.models import ApiKey, Company
from companies.services import api_keys, profiles
from interviewer.api.operations import reads, writes
from interviewer.api.replies import Reply
from interviewer.errors import NotFound
from interviewer.integrations.media import serve_private
from interviewer.web.fields import kind_by_name

_PLACES = ("country", "state", "city")


class Companies(MemberEndpoint):
    """The companies that one works for."""

    tag, area = "companies", "company"

    @reads("list-companies", CompanyOut, many=True)
    def get(self, request: Request) -> QuerySet:
        """Your companies; for a key, its own"""
        rows = Company.objects.for_user(request.user).select_related(*_PLACES).order_by("pk")
        return rows.filter(pk=self.company.pk) if isinstance(request.auth, ApiKey) else rows


class CompanyEndpoint(MemberEndpoint):
    """An address that names the company."""

    tag, area = "companies", "company"
    changers = (Role.OWNER,)
    is_for_members = False  # the address names the company, not a header

    def chosen(self, request: Request, **kwargs: Any) -> str:
        """The one in the address."""
        return str(kwargs["uid"])

    def to_lock(self) -> QuerySet:
        """Its row."""
        return Company.objects.filter(pk=self.company.pk)

    def fresh(self, request: Request) -> Company:
        """The company as it is now."""
        rows = Company.objects.for_user(request.user).select_related(*_PLACES)
        return rows.get(pk=self.company.pk)


class CompanyDetail(CompanyEndpoint):
    """One company."""

    @reads("get-company", CompanyOut)
    def get(self, request: Request, uid: uuid.UUID) -> Company:
        """A company's profile"""
        return self.fresh(request)

    @writes("change-company", CompanyIn, CompanyOut, is_whole=True)
    def patch(self, request: Request, data: dict[str, Any], uid: uuid.UUID) -> Company:
        """Change the profile"""
        profiles.edit(actor=request.user, company=self.fresh(request), changes=data)
        return self.fresh(request)


class Logo(CompanyEndpoint):
    """A company's logo."""

    @reads("get-logo", file_type="image/*")
    def get(self, request: Request, uid: uuid.UUID) -> HttpResponseBase:
        """The logo"""
        if not self.company.logo:
            raise NotFound
        return serve_private(request, self.company.logo, content_type=kind_by_name(self.company.logo.name))


class Members(CompanyEndpoint):
    """Who works in the company."""

    @reads("list-members", MemberOut, many=True)
    def get(self, request: Request, uid: uuid.UUID) -> QuerySet:
        """The team"""
        return self.company.memberships.filter(removed_at=None).select_related("user").order_by("pk")


class ApiKeyEndpoint(MemberEndpoint):
    """Keys are for owners in person."""

    tag = "api-keys"
    readers = changers = (Role.OWNER,)

    def keys(self) -> QuerySet:
        """Those of the company."""
        return ApiKey.objects.for_company(self.company).select_related("made_by__user")


class ApiKeys(ApiKeyEndpoint):
    """The keys of the company's servers."""

    @reads("list-api-keys", ApiKeyOut, many=True)
    def get(self, request: Request) -> QuerySet:
        """The company's keys, revoked ones too"""
        return self.keys().order_by("-pk")

    @writes("make-api-key", ApiKeyIn, NewApiKeyOut, status=201)
    def post(self, request: Request, data: dict[str, Any]) -> Reply:
        """Make a key; its text is shown this once"""
        row, row_text = api_keys.make(actor=self.membership, **data)
        row.secret = row_text
        return Reply(row, at=reverse("v1:api_key", args=[row.uid]), headers={"Cache-Control": "no-store"})


class ApiKeyDetail(ApiKeyEndpoint):
    """One key."""

    @reads("get-api-key", ApiKeyOut)
    def get(self, request: Request, uid: uuid.UUID) -> ApiKey:
        """A key"""
        row = self.keys().filter(uid=uid).first()
        if row is None:
            raise NotFound
        return row

    @writes("revoke-api-key")
    def delete(self, request: Request, uid: uuid.UUID) -> None:
        """Revoke a key at once"""
        api_keys.revoke(actor=self.membership, uid=uid)
