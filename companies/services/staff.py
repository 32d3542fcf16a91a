"""What staff do to companies and jobs; each is journaled with its actor, and the job board follows."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from companies.models import AiInterviewedJob, Company, Job
from companies.services import postings
from interviewer.journal import services as journal


def set_suspended(*, actor: object, company: Company, suspended: bool) -> None:
    """Stop a company, or lift it: its jobs are closed to candidates while it is stopped."""
    with transaction.atomic():
        company.suspended_at = timezone.now() if suspended else None
        company.save(update_fields=["suspended_at", "updated_at"])
        journal.record(
            actor=actor, action="company.suspended" if suspended else "company.lifted", subject=company
        )
        postings.refresh_company(company=company)


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
        postings.refresh(job=job)
