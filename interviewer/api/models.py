"""The API's own tables: requests that may be repeated safely, and how often who asked."""

from __future__ import annotations

from django.db import models
from django.utils import timezone


class IdempotentRequest(models.Model):
    """A request with an Idempotency-Key: the first one runs, repeated ones get its answer."""

    actor = models.CharField(max_length=80)
    key = models.CharField(max_length=255)
    fingerprint = models.CharField(max_length=64, help_text="SHA-256 of method, address and body.")
    status = models.PositiveSmallIntegerField(null=True, blank=True, help_text="Empty while it runs.")
    body = models.TextField(blank=True)
    headers = models.JSONField(default=dict, blank=True)
    begun_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["actor", "key"], name="idempotency_key_once")]

    def __str__(self) -> str:
        return f"{self.actor} {self.key}"


class RateWindow(models.Model):
    """How often somebody asked for something since the window began."""

    key = models.CharField(max_length=64, help_text="SHA-256 of the budget's name and who spends.")
    begins_at = models.DateTimeField()
    ends_at = models.DateTimeField(db_index=True)
    count = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key", "begins_at"], name="rate_window_once")]

    def __str__(self) -> str:
        return f"{self.key[:8]} {self.count}"
