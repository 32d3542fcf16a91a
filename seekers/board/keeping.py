"""A job seeker's page of kept and recommended jobs."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime

from companies import listing
from companies.models import JobPosting
from companies.models.jobs import JobListing
from seekers.board import recommendations
from seekers.board.cards import Card, cards
from seekers.models import JobSeeker, SavedJob


@dataclass(frozen=True)
class Kept:
    """A kept job: its card while it is open, else its name."""

    uid: str
    title: str
    company: str
    saved_at: datetime
    card: Card | None


@dataclass(frozen=True)
class KeptPage:
    """Everything on the page."""

    kept: list[Kept]
    recommended: list[Card]


def page(seeker: JobSeeker) -> KeptPage:
    """Kept jobs, the last first, and what else suits."""
    kept = _kept(seeker)
    known = {one.uid for one in kept}
    found = [
        (row, match)
        for row, match in recommendations.for_seeker(seeker, most=recommendations.MOST * 2)
        if str(row.uid) not in known
    ][: recommendations.MOST]
    reasons = {row.pk: match.reasons for row, match in found}
    return KeptPage(kept, cards([row for row, _match in found], reasons=reasons))


def _kept(seeker: JobSeeker) -> list[Kept]:
    rows = SavedJob.objects.for_seeker(seeker).select_related("job__company", "ai_job__company")[:500]
    jobs = [row.listing for row in rows]
    postings = {
        row.uid: row for row in JobPosting.objects.to_show().filter(uid__in=[job.uid for job in jobs])
    }
    found = []
    for row, job in zip(rows, jobs, strict=True):
        posting = postings.get(job.uid) if listing.is_open(job) else None
        open_card = cards([posting], {job.uid})[0] if posting else None
        found.append(Kept(str(job.uid), job.title, job.company.name, row.created_at, open_card))
    return found


def kept_listing(seeker: JobSeeker, uid: uuid.UUID) -> JobListing | None:
    """A job that somebody kept, open or not."""
    rows = SavedJob.objects.for_seeker(seeker).select_related("job", "ai_job")
    found = rows.filter(job__uid=uid).first() or rows.filter(ai_job__uid=uid).first()
    return found.listing if found else None
