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


class Section(TextChoices):
    """The sections of a test, in the order in which they are offered."""

    MCQ = "mcq", _("quiz")
    CODING = "coding", _("coding")
    VIDEO = "video", _("video questions")


class FeedbackPolicy(TextChoices):
    """What who took a test is shown afterwards."""

    SCORES = "scores", _("scores only")
    RIGHT = "right", _("scores, and which answers were right")
    EXPLAINED = "explained", _("right answers and explanations")


class VideoStatus(TextChoices):
    """Where the answer to a video question is."""

    DRAWN = "drawn", _("not opened")
    OPEN = "open", _("opened")
    ANSWERED = "answered", _("answered")


class TranscriptStatus(TextChoices):
    """Whether the words of a recording are there."""

    NONE = "", _("nothing to write down")
    WAITING = "waiting", _("being written down")
    READY = "ready", _("written down")
    FAILED = "failed", _("could not be written down")
