"""Base classes of every model: when it was made, the id that outsiders see, and soft deletion."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class TimedModel(models.Model):
    """A row that knows when it was made and last changed."""

    created_at = models.DateTimeField(_("created at"), default=timezone.now, editable=False)
    updated_at = models.DateTimeField(_("updated at"), auto_now=True)

    class Meta:
        abstract = True


class PublicModel(TimedModel):
    """A row that outsiders may name, by `uid` and never by its primary key."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    class Meta:
        abstract = True


class SoftDeletedQuerySet(models.QuerySet):
    """A queryset that can leave out what was deleted."""

    def alive(self):  # noqa: ANN201
        """Rows that nobody deleted."""
        return self.filter(deleted_at__isnull=True)


class SoftDeletedModel(models.Model):
    """A row that staff or companies may delete, and staff may restore."""

    deleted_at = models.DateTimeField(_("deleted at"), null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    @property
    def is_deleted(self) -> bool:
        """Whether somebody deleted it."""
        return self.deleted_at is not None
