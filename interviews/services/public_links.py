"""The job's public link: each start makes a new interview with a private link of its own."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from companies.models import AiInterviewedJob
from interviewer.errors import Gone, NotFound
from interviewer.journal import services as journal
from interviews.enums import InterviewSource
from interviews.models import Interview


def find_job(token: str) -> AiInterviewedJob:
    """The job of a public link; raises NotFound for an invented one."""
    job = AiInterviewedJob.objects.alive().filter(public_token=token).select_related("company").first()
    if job is None:
        raise NotFound(_("This link is not known. Please ask the company for the right one."))
    return job


def start(*, job: AiInterviewedJob, source: str = InterviewSource.PUBLIC_LINK) -> Interview:
    """A new interview for somebody who came by the public link; raises Gone when the job takes nobody in."""
    if not (job.is_open and job.public_link_open):
        raise Gone(_("This job is not taking interviews just now."))
    interview = Interview.objects.create(
        job=job, source=source, link_expires_at=timezone.now() + timedelta(days=job.invitation_days)
    )
    journal.record(actor="candidate", action="interview.started_by_public_link", subject=interview)
    return interview
