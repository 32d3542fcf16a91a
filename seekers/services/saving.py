"""Keeping jobs and searches of the job board, and letting them go."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from companies.models import Job
from companies.models.jobs import JobListing
from interviewer.errors import Conflict
from seekers.board.filters import address
from seekers.board.wording import name_of
from seekers.enums import AlertFrequency
from seekers.models import JobSeeker, SavedJob, SavedSearch

MOST_JOBS = 500
MOST_SEARCHES = 25
PERIODS = {AlertFrequency.DAILY: timedelta(days=1), AlertFrequency.WEEKLY: timedelta(days=7)}


def _one(listing: JobListing) -> dict[str, JobListing]:
    return {"job" if isinstance(listing, Job) else "ai_job": listing}


def save_job(*, seeker: JobSeeker, listing: JobListing) -> SavedJob:
    """Keep a job; a second time changes nothing. Raises Conflict for who keeps too many."""
    if SavedJob.objects.for_seeker(seeker).count() >= MOST_JOBS:
        raise Conflict(_("You have saved %(most)d jobs. Please let some go first.") % {"most": MOST_JOBS})
    row, _is_new = SavedJob.objects.get_or_create(job_seeker=seeker, **_one(listing))
    return row


def drop_job(*, seeker: JobSeeker, listing: JobListing) -> None:
    """Let a job go; nothing happens if it was not kept."""
    SavedJob.objects.for_seeker(seeker).filter(**_one(listing)).delete()


def save_search(*, seeker: JobSeeker, question: object, frequency: str = AlertFrequency.DAILY) -> SavedSearch:
    """Keep a search; the same one a second time changes nothing. Raises Conflict for who keeps too many."""
    query = address(question)
    with transaction.atomic():
        # The profile's row is the lock: two clicks make one search.
        JobSeeker.objects.select_for_update().filter(pk=seeker.pk).first()
        kept = SavedSearch.objects.for_seeker(seeker)
        if row := kept.filter(query=query).first():
            return row
        if kept.count() >= MOST_SEARCHES:
            raise Conflict(
                _("You have saved %(most)d searches. Please let one go first.") % {"most": MOST_SEARCHES}
            )
        row = SavedSearch(job_seeker=seeker, name=name_of(question)[:150], query=query)
        _set(row, frequency)
        row.save()
    return row


def set_frequency(*, search: SavedSearch, frequency: str) -> SavedSearch:
    """How often its new jobs are told. Turned on again, it tells of what comes from then on."""
    if search.frequency != frequency:
        if search.frequency == AlertFrequency.OFF:
            search.seen_until = timezone.now()
        _set(search, frequency)
        search.save(update_fields=["frequency", "next_alert_at", "seen_until", "updated_at"])
    return search


def _set(search: SavedSearch, frequency: str) -> None:
    search.frequency = frequency
    period = PERIODS.get(frequency)
    search.next_alert_at = timezone.now() + period if period else None


def drop_search(*, search: SavedSearch) -> None:
    """Let a search go, and its e-mails."""
    search.delete()
