"""The absolute addresses of interviews: a candidate's private link and a job's public one."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse

from companies.models import AiInterviewedJob
from interviews.models import Interview


def private_link(interview: Interview) -> str:
    """Where this candidate's interview is. Whoever has it can open it: it goes to the candidate only."""
    return f"{settings.SITE_URL}{reverse('interviews:consent', args=[interview.link_token])}"


def public_link(job: AiInterviewedJob) -> str:
    """Where anybody may begin an interview for the job."""
    return f"{settings.SITE_URL}{reverse('interviews:public_link', args=[job.public_token])}"
