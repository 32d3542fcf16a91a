"""Choices of the job seekers' app."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Gender(TextChoices):
    """As the job seeker states it."""

    FEMALE = "female", _("female")
    MALE = "male", _("male")
    NON_BINARY = "non_binary", _("non-binary")
    UNDISCLOSED = "undisclosed", _("prefer not to say")


class GradingSystem(TextChoices):
    """How a result is counted."""

    PERCENTAGE = "percentage", _("percentage")
    CGPA_10 = "cgpa_10", _("grade points out of 10")
    GPA_4 = "gpa_4", _("grade points out of 4")


class CourseType(TextChoices):
    """How a course was taken."""

    FULL_TIME = "full_time", _("full time")
    PART_TIME = "part_time", _("part time")
    DISTANCE = "distance", _("distance")


class ReadingStatus(TextChoices):
    """How far the reading of an uploaded file is."""

    READING = "reading", _("being read")
    READ = "read", _("read")
    FAILED = "failed", _("could not be read")


class ReadingSource(TextChoices):
    """What kind of file fills a profile."""

    RESUME = "resume", _("résumé")
    JSON_RESUME = "json_resume", _("JSON Resume")


class ProposalStatus(TextChoices):
    """What the job seeker said to a proposal."""

    OPEN = "open", _("open")
    ACCEPTED = "accepted", _("accepted")
    DECLINED = "declined", _("declined")


class DownloadKind(TextChoices):
    """What is made for a job seeker to download."""

    DATA = "data", _("all my data")
    CLASSIC = "classic", _("résumé, classic")
    MODERN = "modern", _("résumé, modern")
    COMPACT = "compact", _("résumé, compact")


class DownloadStatus(TextChoices):
    """How far a download is."""

    MAKING = "making", _("being made")
    READY = "ready", _("ready")
    FAILED = "failed", _("failed")


class Agreement(TextChoices):
    """What a job seeker agrees to, and may take back."""

    TERMS = "terms", _("terms of use")
    UPDATES = "updates", _("updates by e-mail")
    SCORE = "score", _("showing the EduDiagno score to recruiters")


class AlertFrequency(TextChoices):
    """How often new jobs of a saved search are told by e-mail."""

    OFF = "off", _("never")
    DAILY = "daily", _("once a day")
    WEEKLY = "weekly", _("once a week")
