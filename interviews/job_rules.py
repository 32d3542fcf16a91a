"""Who may do what with a job's interviews; each rule says why not, or nothing."""

from __future__ import annotations

from django.utils.translation import gettext as _

from companies import rules as company_rules
from companies.enums import JobStatus
from companies.models import AiInterviewedJob, Membership
from interviewer.accounts.services import users
from interviews import readiness
from interviews.queries.jobs import facts


def why_not_open(membership: Membership, job: AiInterviewedJob) -> list[str]:
    """What keeps this member from publishing the job beside what it lacks itself; empty when nothing does."""
    reasons = [
        company_rules.why_not_edit(membership),
        company_rules.why_not_take_candidates(membership.company),
        "" if job.approved else _("The job was taken down by the people who run this site."),
        "" if users.has_proven_address(user=membership.user) else _("Confirm your e-mail address first."),
    ]
    return [reason for reason in reasons if reason]


def why_not_publish(membership: Membership, job: AiInterviewedJob) -> list[str]:
    """Everything that keeps this member from publishing the job; empty when they may."""
    return [*why_not_open(membership, job), *[finding.text for finding in readiness.blockers(facts(job))]]


def why_not_invite(membership: Membership, job: AiInterviewedJob) -> str:
    """Why this member may not invite candidates to the job; empty when they may."""
    if reason := company_rules.why_not_edit(membership):
        return reason
    if reason := company_rules.why_not_take_candidates(job.company):
        return reason
    if job.status == JobStatus.DRAFT:
        return _("Publish the job first: until then nobody can be interviewed.")
    if job.status == JobStatus.CLOSED:
        return _("The job is closed. Reopen it to invite candidates.")
    return "" if job.approved else _("The job was taken down by the people who run this site.")
