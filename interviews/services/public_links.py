"""The job's public link: each start makes a new interview with a private link of its own."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from companies.models import AiInterviewedJob
from interviewer.errors import Gone, NotFound, TooMany
from interviewer.journal import services as journal
from interviewer.journal.context import origin
from interviewer.journal.models import AuditEvent
from interviews import rules
from interviews.enums import InterviewSource
from interviews.models import Interview

#: From one network address, for one company: a university has hundreds of candidates behind one.
STARTS_PER_HOUR = 300
_STARTED = "interview.started_by_public_link"


def find_job(token: str) -> AiInterviewedJob:
    """The job of a public link; raises NotFound for an invented one."""
    known = AiInterviewedJob.objects.none() if "\0" in token else AiInterviewedJob.objects.all()
    job = known.filter(public_token=token).select_related("company").first()
    if job is None:
        raise NotFound(_("This link is not known. Please ask the company for the right one."))
    return job


def start(*, job: AiInterviewedJob, source: str = InterviewSource.PUBLIC_LINK) -> Interview:
    """A new interview for somebody who came by the public link; raises Gone when the job takes nobody in,
    TooMany when one address began more than a full lecture hall would."""
    if reason := rules.why_not_begin_by_public_link(job):
        raise Gone(f"{reason} {rules.whom_to_ask(job)}")
    _refuse_floods(job)
    interview = Interview.objects.create(
        job=job, source=source, link_expires_at=timezone.now() + timedelta(days=job.invitation_days)
    )
    journal.record(actor="candidate", action=_STARTED, subject=interview)
    return interview


def _refuse_floods(job: AiInterviewedJob) -> None:
    address = origin.get().address
    hour = timezone.now() - timedelta(hours=1)
    begun = AuditEvent.objects.filter(
        action=_STARTED, address=address or None, at__gt=hour, company_id=job.company_id
    )
    if address and begun.count() >= STARTS_PER_HOUR:
        raise TooMany(
            _("Very many interviews were begun from your network. Please try again in an hour."),
            retry_after_seconds=3600,
        )
