"""Choices of the EduDiagno app."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class TestStatus(TextChoices):
    """Where a test is in its life."""

    DRAFT = "draft", _("draft")
    PUBLISHED = "published", _("published")
    CLOSED = "closed", _("closed")


class AttemptStatus(TextChoices):
    """Where an attempt is."""

    IN_PROGRESS = "in_progress", _("in progress")
    SCORING = "scoring", _("being scored")
    COMPLETED = "completed", _("completed")


class Level(TextChoices):
    """Who a test is for."""

    BEGINNER = "beginner", _("beginner")
    INTERMEDIATE = "intermediate", _("intermediate")
    ADVANCED = "advanced", _("advanced")
