"""The journal in the admin: to read, never to edit."""

from __future__ import annotations

from django.contrib import admin
from django.http import HttpRequest

from interviewer.journal.models import AuditEvent, Heartbeat, OutgoingMail, ProviderCall


class ReadOnlyAdmin(admin.ModelAdmin):
    """Nobody adds, changes or deletes these rows by hand."""

    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False


@admin.register(AuditEvent)
class AuditEventAdmin(ReadOnlyAdmin):
    """Who did what to what."""

    list_display = ["at", "actor_label", "action", "subject_type", "subject_label", "request_id"]
    list_filter = ["action"]
    search_fields = ["actor_label", "subject_label", "subject_id", "request_id"]
    date_hierarchy = "at"


@admin.register(ProviderCall)
class ProviderCallAdmin(ReadOnlyAdmin):
    """What was asked of the engines and what it cost."""

    list_display = ["at", "port", "purpose", "engine", "model", "ok", "tokens_in", "tokens_out", "latency_ms"]
    list_filter = ["port", "engine", "ok", "purpose"]
    search_fields = ["subject_id", "error", "request_id"]
    date_hierarchy = "at"


@admin.register(Heartbeat)
class HeartbeatAdmin(ReadOnlyAdmin):
    """When each part of the product was last seen alive."""

    list_display = ["name", "beat_at"]


@admin.register(OutgoingMail)
class OutgoingMailAdmin(ReadOnlyAdmin):
    """E-mails on their way; their text is not shown, it may hold a code."""

    list_display = ["created_at", "kind", "to", "subject", "status", "attempts", "sent_at"]
    list_filter = ["status", "kind"]
    search_fields = ["to", "subject", "key"]
    exclude = ["text", "html"]
