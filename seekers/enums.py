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


class AlertFrequency(TextChoices):
    """How often new jobs of a saved search are told by e-mail."""

    OFF = "off", _("never")
    DAILY = "daily", _("once a day")
    WEEKLY = "weekly", _("once a week")
