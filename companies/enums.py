"""Choices of the companies app."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    """What a member may do in a company."""

    OWNER = "owner", _("owner")
    RECRUITER = "recruiter", _("recruiter")
    REVIEWER = "reviewer", _("reviewer")


class SizeRange(TextChoices):
    """How many people work in a company."""

    TINY = "1-10", "1–10"
    SMALL = "11-50", "11–50"
    MEDIUM = "51-200", "51–200"
    LARGE = "201-1000", "201–1,000"
    HUGE = "1001+", "1,001+"


class DocumentType(TextChoices):
    """What proves a company's identity."""

    REGISTRATION = "registration", _("certificate of registration")
    TAX = "tax", _("tax registration")
    OTHER = "other", _("other document")


class Verification(TextChoices):
    """What staff found about a company's identity; follows from its document, never set by hand."""

    NONE = "none", _("no document")
    WAITING = "waiting", _("waiting for staff")
    VERIFIED = "verified", _("verified")
    REFUSED = "refused", _("refused")


class JobStatus(TextChoices):
    """Where an AI-interviewed job is in its life."""

    DRAFT = "draft", _("draft")
    ACTIVE = "active", _("active")
    CLOSED = "closed", _("closed")


class BlindReview(TextChoices):
    """Whether the reviewers of a job score before they see the AI's scores."""

    COMPANY = "company", _("as the company does")
    ON = "on", _("reviewers score blind")
    OFF = "off", _("reviewers see the AI's scores")


class ClassicJobState(TextChoices):
    """Where a classic job is in its life; told from its times, not stored."""

    DRAFT = "draft", _("draft")
    OPEN = "open", _("open")
    CLOSED = "closed", _("closed")


class WorkMode(TextChoices):
    """Where the work is done."""

    ON_SITE = "on_site", _("on site")
    HYBRID = "hybrid", _("hybrid")
    REMOTE = "remote", _("remote")


class EmploymentType(TextChoices):
    """The kind of contract."""

    FULL_TIME = "full_time", _("full time")
    PART_TIME = "part_time", _("part time")
    CONTRACT = "contract", _("contract")
    INTERNSHIP = "internship", _("internship")


class QuizTiming(TextChoices):
    """Whether the quiz clock runs for the whole test or for each question."""

    WHOLE_TEST = "whole_test", _("one clock for the whole quiz")
    PER_QUESTION = "per_question", _("one clock for each question")


class ApplicationStatus(TextChoices):
    """Where an application to a classic job is."""

    APPLIED = "applied", _("applied")
    SHORTLISTED = "shortlisted", _("shortlisted")
    ACCEPTED = "accepted", _("accepted")
    REJECTED = "rejected", _("rejected")
    WITHDRAWN = "withdrawn", _("withdrawn")


class JobPart(TextChoices):
    """The texts of a classic job that can be drafted."""

    DESCRIPTION = "description", _("description")
    BENEFITS = "benefits", _("benefits")


class DraftStatus(TextChoices):
    """Where the draft of a text or of a rubric is."""

    WAITING = "waiting", _("being drafted")
    READY = "ready", _("ready to be edited")
    FAILED = "failed", _("could not be drafted")


class Scope(TextChoices):
    """What an API key may do."""

    COMPANY_READ = "company:read", _("read the company's profile and team")
    COMPANY_WRITE = "company:write", _("change the company's profile")
    JOBS_READ = "jobs:read", _("read jobs")
    JOBS_WRITE = "jobs:write", _("change jobs")
    INTERVIEWS_READ = "interviews:read", _("read interviews, reports and files")
    INTERVIEWS_WRITE = "interviews:write", _("invite, decide and share")
    WEBHOOKS_READ = "webhooks:read", _("read webhooks and events")
    WEBHOOKS_WRITE = "webhooks:write", _("change webhooks")


class DeliveryStatus(TextChoices):
    """Where an event is on its way to an address."""

    WAITING = "waiting", _("waiting")
    SENDING = "sending", _("being sent")
    DELIVERED = "delivered", _("delivered")
    DEAD = "dead", _("given up")
