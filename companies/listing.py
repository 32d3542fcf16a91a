"""Which jobs anybody may see: published, approved, neither closed nor deleted, of a company that is there."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Model, Q, QuerySet

from companies.enums import JobStatus
from companies.models import AiInterviewedJob, Job

_ANY = Q(approved=True, deleted_at=None, company__deleted_at=None, company__suspended_at=None)
OPEN: dict[type[Model], Q] = {
    Job: _ANY & Q(closed_at=None, posted_at__isnull=False),
    AiInterviewedJob: _ANY & Q(status=JobStatus.ACTIVE, published_at__isnull=False),
}
#: Once open, now closed by the company: such a job has a page that says so, and no other kind has.
ENDED: dict[type[Model], Q] = {
    Job: _ANY & Q(closed_at__isnull=False, posted_at__isnull=False),
    AiInterviewedJob: _ANY & Q(status=JobStatus.CLOSED, published_at__isnull=False),
}


def open_jobs(kind: type[Model]) -> QuerySet:
    """Open jobs of one kind, with their company."""
    return kind._default_manager.filter(OPEN[kind]).select_related("company__city", "company__country")


def ended_jobs(kind: type[Model]) -> QuerySet:
    """Jobs of one kind that were open once, with their company."""
    return kind._default_manager.filter(ENDED[kind]).select_related("company")


def is_open(listing: Job | AiInterviewedJob) -> bool:
    """The same question of a job at hand."""
    return listing.is_open and when_posted(listing) is not None


def when_posted(listing: Job | AiInterviewedJob) -> datetime | None:
    """When it was published; a draft never was."""
    return listing.posted_at if isinstance(listing, Job) else listing.published_at
