"""What every page of the interview shows around its contents: the job, and where the candidate is."""

from __future__ import annotations

from urllib.parse import quote

from django.utils.translation import gettext as _

from companies.models import AiInterviewedJob
from interviews.enums import Stage
from interviews.models import Interview
from interviews.services import stages
from interviews.stages import required_stages


def ask_company_url(job: AiInterviewedJob) -> str:
    """Writes an e-mail to the company: for a human, for extra time, for whatever does not work."""
    subject = quote(_("Question about the interview for %(job)s") % {"job": job.title})
    return f"mailto:{quote(job.company.email, safe='@+.')}?subject={subject}"


def frame(interview: Interview, stage: Stage) -> dict[str, object]:
    """The context of layouts/candidate.html."""
    wanted = required_stages(stages.plan_of(interview))
    here = wanted.index(stage) if stage in wanted else len(wanted)
    names = ["done", "current", "todo"]
    steps = [
        {"label": one.label, "state": names[(place >= here) + (place > here)]}
        for place, one in enumerate(wanted)
    ]
    return {
        "interview": interview,
        "desk": "interviews",
        "key": interview.link_token,
        "job_title": interview.job.title,
        "company_name": interview.job.company.name,
        "stages": steps,
        "help_url": ask_company_url(interview.job),
    }
