"""Webhooks in the API: addresses, deliveries, and the feed of events."""

from __future__ import annotations

import uuid
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from rest_framework import serializers
from rest_framework.request import Request

from companies.api_access import MemberEndpoint, Role
from companies.enums import DeliveryStatus
from companies.models import CompanyEvent, WebhookDelivery, WebhookEndpoint
from companies.services import webhooks
from companies.webhook_events import EVENTS
from interviewer.api.operations import reads, writes
from interviewer.api.replies import Reply
from interviewer.api.serializers import In, ModelOut
from interviewer.errors import NotFound


class WebhookIn(In):
    """Where events are sent, and which: none named means all."""

    url = serializers.CharField(max_length=500)
    events = serializers.ListField(
        child=serializers.ChoiceField(choices=list(EVENTS)), max_length=len(EVENTS), default=list
    )
    is_on = serializers.BooleanField(default=True)

    example = {"url": "https://example.com/hooks", "events": ["interview.scored"]}


class WebhookOut(ModelOut):
    """An address that events are sent to, without its secret."""

    events = serializers.ListField(child=serializers.CharField())
    is_on = serializers.SerializerMethodField()

    class Meta:
        model = WebhookEndpoint
        fields = ["uid", "url", "events", "is_on", "created_at", "updated_at"]

    def get_is_on(self, row: WebhookEndpoint) -> bool:
        """Whether anything is sent there."""
        return row.disabled_at is None


class NewWebhookOut(WebhookOut):
    """The same with the secret that signs: it is shown this once."""

    class Meta(WebhookOut.Meta):
        fields = [*WebhookOut.Meta.fields, "secret"]


class EventOut(ModelOut):
    """Something that happened."""

    data = serializers.DictField()

    class Meta:
        model = CompanyEvent
        fields = ["uid", "type", "created_at", "data"]


class DeliveryOut(ModelOut):
    """An event on its way to an address."""

    endpoint = serializers.UUIDField(source="endpoint.uid")
    event = EventOut()

    class Meta:
        model = WebhookDelivery
        fields = [
            "uid",
            "endpoint",
            "event",
            "status",
            "attempts",
            "next_at",
            "answered",
            "error",
            "delivered_at",
            "created_at",
        ]


class DeliveryFilters(In):
    """Filters of the log."""

    status = serializers.ChoiceField(choices=DeliveryStatus.choices, required=False)
    endpoint = serializers.UUIDField(required=False)


class WebhookBase(MemberEndpoint):
    """Webhooks are for owners and for keys with the scope."""

    tag, area = "webhooks", "webhooks"
    readers = changers = (Role.OWNER,)

    def find(self, uid: uuid.UUID) -> WebhookEndpoint:
        """One of the company's addresses."""
        return webhooks.find(company=self.company, uid=uid)

    def with_secret(self, row: WebhookEndpoint) -> Reply:
        """Shown once, and kept nowhere on the way."""
        at = reverse("v1:webhook", args=[row.uid])
        return Reply(row, at=at, headers={"Cache-Control": "no-store"})


class Webhooks(WebhookBase):
    """All of them."""

    @reads("list-webhooks", WebhookOut, many=True)
    def get(self, request: Request) -> QuerySet:
        """Addresses that events are sent to"""
        return WebhookEndpoint.objects.for_company(self.company).order_by("-pk")

    @writes("add-webhook", WebhookIn, NewWebhookOut, status=201)
    def post(self, request: Request, data: dict[str, Any]) -> Reply:
        """Send events to an address; its secret is shown this once"""
        return self.with_secret(webhooks.add(actor=self.membership, url=data["url"], events=data["events"]))


class Webhook(WebhookBase):
    """One of them."""

    @reads("get-webhook", WebhookOut)
    def get(self, request: Request, uid: uuid.UUID) -> WebhookEndpoint:
        """An address"""
        return self.find(uid)

    @writes("set-webhook", WebhookIn, WebhookOut, is_whole=True)
    def put(self, request: Request, data: dict[str, Any], uid: uuid.UUID) -> WebhookEndpoint:
        """Set where and what is sent, and whether anything is"""
        return webhooks.change(actor=self.membership, endpoint=self.find(uid), **data)

    @writes("remove-webhook")
    def delete(self, request: Request, uid: uuid.UUID) -> None:
        """Send nothing there any more"""
        webhooks.remove(actor=self.membership, endpoint=self.find(uid))


class WebhookRotate(WebhookBase):
    """A new secret."""

    @writes("rotate-webhook-secret", None, NewWebhookOut)
    def post(self, request: Request, uid: uuid.UUID) -> Reply:
        """Get a new secret; the old one signs as well for a day"""
        return self.with_secret(webhooks.rotate(actor=self.membership, endpoint=self.find(uid)))


class WebhookTest(WebhookBase):
    """A test."""

    @writes("test-webhook", None, DeliveryOut, status=202, is_idempotent=True)
    def post(self, request: Request, uid: uuid.UUID) -> Reply:
        """Send a test event"""
        row = webhooks.send_test(endpoint=self.find(uid))
        return Reply(row, at=reverse("v1:delivery", args=[row.uid]))


class Deliveries(WebhookBase):
    """The log."""

    @reads("list-deliveries", DeliveryOut, is_feed=True, filters=DeliveryFilters)
    def get(self, request: Request, filters: dict[str, Any]) -> QuerySet:
        """What was sent, the newest first"""
        rows = WebhookDelivery.objects.for_company(self.company).select_related("endpoint", "event")
        if "status" in filters:
            rows = rows.filter(status=filters["status"])
        return rows.filter(endpoint__uid=filters["endpoint"]) if "endpoint" in filters else rows


class Delivery(WebhookBase):
    """One line of the log."""

    @reads("get-delivery", DeliveryOut)
    def get(self, request: Request, uid: uuid.UUID) -> WebhookDelivery:
        """A delivery"""
        rows = WebhookDelivery.objects.for_company(self.company).select_related("endpoint", "event")
        row = rows.filter(uid=uid).first()
        if row is None:
            raise NotFound
        return row


class DeliveryReplay(WebhookBase):
    """Sending again."""

    @writes("replay-delivery", None, DeliveryOut, status=202, is_idempotent=True)
    def post(self, request: Request, uid: uuid.UUID) -> Reply:
        """Send the event again to the same address"""
        row = webhooks.replay(actor=self.membership, uid=uid)
        return Reply(row, at=reverse("v1:delivery", args=[row.uid]))


class Events(WebhookBase):
    """What happened."""

    @reads("list-events", EventOut, is_feed=True)
    def get(self, request: Request) -> QuerySet:
        """What happened, the newest first; whether a webhook wanted it or not"""
        return CompanyEvent.objects.for_company(self.company)
