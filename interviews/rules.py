"""Who may begin an interview, and who may go on with one, in words that a candidate can be told."""

from __future__ import annotations

from django.utils.translation import gettext as _

from companies.enums import JobStatus
from companies.models import AiInterviewedJob


def why_not_begin(job: AiInterviewedJob) -> str:
    """Why nobody can begin an interview for this job now; empty when one can."""
    if reason := why_not_go_on(job):
        return reason
    if job.status != JobStatus.ACTIVE:
        return _("This job is closed: %(company)s takes no more interviews for it.") % _names(job)
    return ""


def why_not_begin_by_public_link(job: AiInterviewedJob) -> str:
    """Why nobody can begin by the job's public link; empty when one can."""
    if reason := why_not_begin(job):
        return reason
    if not job.public_link_open:
        return _("%(company)s takes candidates for this job by personal invitation only.") % _names(job)
    return ""


def why_not_go_on(job: AiInterviewedJob) -> str:
    """Why nobody can take an interview that began already; empty when one can. A closed job lets them finish."""
    if job.is_deleted or job.company.is_deleted:
        return _("This job is no longer there: %(company)s has taken it down.") % _names(job)
    if job.company.is_suspended:
        return _("Interviews with %(company)s are stopped for the time being.") % _names(job)
    if not job.approved:
        return _("This job is being checked by this website's staff and takes no interviews meanwhile.")
    if job.status == JobStatus.DRAFT:
        return _("%(company)s has not published this job.") % _names(job)
    return ""


def whom_to_ask(job: AiInterviewedJob) -> str:
    """Where a candidate can ask."""
    return _("You can ask %(company)s at %(email)s.") % _names(job)


def _names(job: AiInterviewedJob) -> dict[str, str]:
    return {"company": job.company.name, "email": job.company.email}
