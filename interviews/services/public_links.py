"""The job's public link: each start makes a new interview with a private link of its own."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from companies.models import AiInterviewedJob
from companies.models.ai_jobs import new_public_token
from interviewer.errors import Conflict, Gone, Invalid, NotFound, TooMany
from interviewer.journal import services as journal
from interviewer.journal.context import origin
from interviewer.journal.models import AuditEvent
from interviews import rules
from interviews.enums import InterviewSource
from interviews.models import Interview, SourceLink
from interviews.source_tags import clean_tag

#: So many links with a source one job may keep.
MAX_SOURCES = 50
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


def start(
    *, job: AiInterviewedJob, source: str = InterviewSource.PUBLIC_LINK, source_tag: str = ""
) -> Interview:
    """A new interview for somebody who came by the public link; raises Gone when the job takes nobody in,
    TooMany when one address began more than a full lecture hall would. A tag that is none is left out."""
    if reason := rules.why_not_begin_by_public_link(job):
        raise Gone(f"{reason} {rules.whom_to_ask(job)}")
    _refuse_floods(job)
    interview = Interview.objects.create(
        job=job,
        source=source,
        source_tag=clean_tag(source_tag),
        link_expires_at=timezone.now() + timedelta(days=job.invitation_days),
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


def renew(*, actor: object, job: AiInterviewedJob) -> None:
    """Give the job a new public link: the old one is not known any more, whoever has begun keeps their own."""
    with transaction.atomic():
        job.public_token = new_public_token()
        job.save(update_fields=["public_token", "updated_at"])
        journal.record(actor=actor, action="job.public_link_renewed", subject=job)


def add_source(*, actor: object, job: AiInterviewedJob, tag: str) -> SourceLink:
    """Keep a link with a source. Raises Invalid for a text that is no tag, Conflict for too many."""
    text = _("Letters, digits and hyphens, at most 40, for example careers-page.")
    if not (tag := clean_tag(tag)):
        raise Invalid(text, fields={"tag": text})
    with transaction.atomic():
        AiInterviewedJob.objects.select_for_update().get(pk=job.pk)
        known = SourceLink.objects.filter(job=job)
        if found := known.filter(tag=tag).first():
            return found
        if known.count() >= MAX_SOURCES:
            raise Conflict(_("A job keeps at most %(n)d links with a source.") % {"n": MAX_SOURCES})
        journal.record(actor=actor, action="job.source_added", subject=job, data={"tag": tag})
        return SourceLink.objects.create(job=job, tag=tag)


def remove_source(*, actor: object, job: AiInterviewedJob, tag: str) -> None:
    """Take a link off the list; it works on, and what came by it stays counted."""
    with transaction.atomic():
        if SourceLink.objects.filter(job=job, tag=tag).delete()[0]:
            journal.record(actor=actor, action="job.source_removed", subject=job, data={"tag": tag})
