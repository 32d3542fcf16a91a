"""Who is to review: members assigned to a job or to one interview, and whether they score blind."""

from __future__ import annotations

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from companies.enums import BlindReview
from companies.models import AiInterviewedJob, Company, Membership
from interviewer.errors import Invalid
from interviewer.integrations import mail
from interviewer.journal import services as journal
from interviews.models import Interview, ReviewAssignment


def assign(*, actor: object, reviewer: Membership, subject: AiInterviewedJob | Interview) -> ReviewAssignment:
    """Ask a member to review a job's candidates or one of them, and tell them; asking twice changes nothing.

    Raises Invalid for somebody who is no member of the company.
    """
    if reviewer.company_id != subject.company_id or reviewer.removed_at is not None:
        raise Invalid(fields={"reviewer": _("Choose a member of your company.")})
    with transaction.atomic():
        row, is_new = ReviewAssignment.objects.get_or_create(
            membership=reviewer, **_of(subject), defaults={"assigned_by": actor}
        )
        if is_new:
            journal.record(
                actor=actor,
                action="review.assigned",
                subject=subject,
                data={"reviewer": str(reviewer.user)},
            )
            if getattr(actor, "pk", None) != reviewer.user_id:
                _tell(row, subject, sender=str(actor or ""))
    return row


def unassign(*, actor: object, assignment: ReviewAssignment) -> None:
    """Take a member out again; a scorecard that was handed in stays."""
    subject = assignment.interview or assignment.job
    with transaction.atomic():
        gone, _rows = ReviewAssignment.objects.filter(pk=assignment.pk).delete()
        if gone:
            name = str(assignment.membership.user)
            journal.record(actor=actor, action="review.unassigned", subject=subject, data={"reviewer": name})


def _of(subject: AiInterviewedJob | Interview) -> dict[str, object]:
    return {"interview": subject} if isinstance(subject, Interview) else {"job": subject}


def _tell(row: ReviewAssignment, subject: AiInterviewedJob | Interview, sender: str) -> None:
    is_one = isinstance(subject, Interview)
    job = subject.job if isinstance(subject, Interview) else subject
    address = (
        f"{reverse('workspace:interview', args=[subject.uid])}?tab=review"
        if is_one
        else f"{reverse('workspace:candidates')}?job_uid={job.uid}&assigned=mine"
    )
    mail.send(
        kind="review_assigned",
        to=row.membership.user.email,
        context={
            "name": row.membership.user.get_full_name(),
            "sender": sender,
            "candidate": str(subject) if is_one else "",
            "job": job.title,
            "company_name": job.company.name,
            "href": f"{settings.SITE_URL}{address}",
        },
        key=f"assigned:{row.uid}",
    )


def set_blind_for_job(*, actor: object, job: AiInterviewedJob, blind: str) -> None:
    """Say whether the reviewers of a job score blind. Raises Invalid for anything but the three answers."""
    if blind not in BlindReview.values:
        raise Invalid(fields={"blind_review": _("Choose one of the answers.")})
    rows = AiInterviewedJob.objects.filter(pk=job.pk).exclude(blind_review=blind)
    with transaction.atomic():
        if rows.update(blind_review=blind, updated_at=timezone.now()):
            journal.record(actor=actor, action="job.blind_review", subject=job, data={"to": blind})


def set_blind_for_company(*, actor: object, company: Company, blind: bool) -> None:
    """Say whether reviewers score blind in every job that does not say otherwise."""
    rows = Company.objects.filter(pk=company.pk).exclude(blind_review=blind)
    with transaction.atomic():
        if rows.update(blind_review=blind, updated_at=timezone.now()):
            journal.record(actor=actor, action="company.blind_review", subject=company, data={"to": blind})
