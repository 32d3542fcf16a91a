"""Keys, events and webhooks of companies' programs in the admin; the app's admin module brings them in."""

from __future__ import annotations

from django.contrib import admin

from companies.models import ApiKey, CompanyEvent, WebhookDelivery, WebhookEndpoint
from interviewer.journal.admin import ReadOnlyAdmin


@admin.register(ApiKey)
class ApiKeyAdmin(ReadOnlyAdmin):
    """Which keys companies have; never a secret."""

    list_display = ["company", "name", "prefix", "made_by", "last_used_at", "expires_at", "revoked_at"]
    list_select_related = ["company", "made_by__user", "made_by__company"]
    search_fields = ["company__name", "name", "prefix"]
    exclude = ["secret_hash"]


@admin.register(CompanyEvent)
class CompanyEventAdmin(ReadOnlyAdmin):
    """What companies' programs are told of."""

    list_display = ["type", "company", "created_at"]
    list_select_related = ["company"]
    search_fields = ["type", "company__name"]


@admin.register(WebhookEndpoint)
class WebhookEndpointAdmin(ReadOnlyAdmin):
    """Where events are sent; never a secret."""

    list_display = ["company", "url", "disabled_at", "created_at"]
    list_select_related = ["company"]
    search_fields = ["company__name", "url"]
    exclude = ["secret", "old_secret"]


@admin.register(WebhookDelivery)
class WebhookDeliveryAdmin(ReadOnlyAdmin):
    """What became of each sending."""

    list_display = ["endpoint", "event", "status", "attempts", "answered", "next_at", "delivered_at"]
    list_select_related = ["endpoint", "event"]
    list_filter = ["status"]
    search_fields = ["endpoint__url"]
