"""What staff do to companies and jobs; each is journaled with its actor, a company's owners are told, and the job board
follows."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from companies.enums import ClassicJobState
from companies.models import AiInterviewedJob, Company, Job
from companies.services import jobs, notices, postings
from interviewer.errors import Conflict, Invalid
from interviewer.journal import services as journal

LONGEST_REASON = 500


def set_suspended(*, actor: object, company: Company, suspended: bool) -> None:
    """Stop a company, or lift it: while it is stopped its jobs are closed and nothing of it can be changed."""
    with transaction.atomic():
        row = _locked(company)
        if row.is_suspended == suspended:
            return
        row.suspended_at = timezone.now() if suspended else None
        row.save(update_fields=["suspended_at", "updated_at"])
        _tell(actor, "suspended" if suspended else "lifted", row)
        postings.refresh_company(company=row)


def verify(*, actor: object, company: Company) -> None:
    """Record that the company's identity was checked."""
    with transaction.atomic():
        row = _locked(company)
        if row.is_verified:
            return
        row.verified_at, row.refused_at, row.refusal_reason = timezone.now(), None, ""
        row.save(update_fields=["verified_at", "refused_at", "refusal_reason", "updated_at"])
        _tell(actor, "verified", row)


def refuse(*, actor: object, company: Company, reason: str) -> None:
    """Refuse the identity document with a reason that the owners read. Raises Invalid without a reason, Conflict
    when there is no document."""
    reason = " ".join(reason.split())
    if not reason or len(reason) > LONGEST_REASON:
        raise Invalid(
            fields={"reason": _("Give a reason of at most %(n)d characters.") % {"n": LONGEST_REASON}}
        )
    with transaction.atomic():
        row = _locked(company)
        if not row.identity_document:
            raise Conflict(_("There is no document to refuse."))
        row.verified_at, row.refused_at, row.refusal_reason = None, timezone.now(), reason
        row.save(update_fields=["verified_at", "refused_at", "refusal_reason", "updated_at"])
        _tell(actor, "refused", row, reason=reason)


def take_verification_back(*, actor: object, company: Company) -> None:
    """The company counts as not verified; its document, if there is one, waits to be checked again."""
    with transaction.atomic():
        row = _locked(company)
        row.verified_at = None
        row.save(update_fields=["verified_at", "updated_at"])
        journal.record(actor=actor, action="company.unverified", subject=row)


def set_job_mark(*, actor: object, job: Job | AiInterviewedJob, mark: str, value: bool) -> None:
    """Set `approved` or `featured` on a job of either kind."""
    if mark not in {"approved", "featured"}:
        raise ValueError(mark)
    with transaction.atomic():
        setattr(job, mark, value)
        job.save(update_fields=[mark, "updated_at"])
        journal.record(actor=actor, action=f"job.{mark}", subject=job, data={"value": value})
        postings.refresh(job=job)


def set_job_closed(*, actor: object, job: Job, closed: bool) -> None:
    """Close a classic job for its company, or open it again; one that is so already, or a draft, stays as it is."""
    if closed and job.state == ClassicJobState.OPEN:
        jobs.close(actor=actor, job=job)
    elif not closed and job.state == ClassicJobState.CLOSED:
        jobs.reopen(actor=actor, job=job)


def _locked(company: Company) -> Company:
    return Company.objects.select_for_update().get(pk=company.pk)


def _tell(actor: object, happened: str, company: Company, **data: str) -> None:
    journal.record(actor=actor, action=f"company.{happened}", subject=company, data=data)
    owners = notices.owners(company)
    notices.send(notice=happened, company=company, to=owners, page="workspace:company", **data)
