"""What staff do to companies and jobs; each is journaled with its actor."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from companies.enums import ClassicJobState
from companies.models import AiInterviewedJob, Company, Job
from companies.services import jobs
from interviewer.journal import services as journal


def set_suspended(*, actor: object, company: Company, suspended: bool) -> None:
    """Stop a company, or lift it: its jobs are closed to candidates while it is stopped."""
    with transaction.atomic():
        company.suspended_at = timezone.now() if suspended else None
        company.save(update_fields=["suspended_at", "updated_at"])
        journal.record(
            actor=actor, action="company.suspended" if suspended else "company.lifted", subject=company
        )


def set_verified(*, actor: object, company: Company, verified: bool) -> None:
    """Record that a company's identity document was checked, or take that back."""
    with transaction.atomic():
        company.verified_at = timezone.now() if verified else None
        company.save(update_fields=["verified_at", "updated_at"])
        journal.record(
            actor=actor, action="company.verified" if verified else "company.unverified", subject=company
        )


def set_job_mark(*, actor: object, job: Job | AiInterviewedJob, mark: str, value: bool) -> None:
    """Set `approved` or `featured` on a job of either kind."""
    if mark not in {"approved", "featured"}:
        raise ValueError(mark)
    with transaction.atomic():
        setattr(job, mark, value)
        job.save(update_fields=[mark, "updated_at"])
        journal.record(actor=actor, action=f"job.{mark}", subject=job, data={"value": value})


def set_job_closed(*, actor: object, job: Job, closed: bool) -> None:
    """Close a classic job for its company, or open it again; one that is so already, or a draft, stays as it is."""
    if closed and job.state == ClassicJobState.OPEN:
        jobs.close(actor=actor, job=job)
    elif not closed and job.state == ClassicJobState.CLOSED:
        jobs.reopen(actor=actor, job=job)
