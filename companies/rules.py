"""Who may do what in a company; each rule says why not, or nothing."""

from __future__ import annotations

from django.utils.translation import gettext as _

from companies.enums import ClassicJobState, Role, Verification
from companies.models import Company, Job, Membership
from interviewer.accounts.services import users
from interviewer.errors import NotAllowed

#: Roles that may change jobs and invite candidates; reviewers read and score.
EDITORS = (Role.OWNER, Role.RECRUITER)


def why_read_only(company: Company) -> str:
    """Why nothing of the company may be changed just now; empty when it may."""
    if company.is_suspended:
        return _(
            "The company was stopped by the people who run this site: everything can be read, nothing changed. "
            "Please write to them."
        )
    return ""


def why_not_edit(membership: Membership) -> str:
    """Why this member may not change jobs; empty when they may."""
    if membership.role not in EDITORS:
        return _("Reviewers read and score. Ask an owner for a role that may change jobs.")
    return why_read_only(membership.company)


def why_not_edit_company(membership: Membership) -> str:
    """Why this member may not change the company's profile; empty when they may."""
    if membership.role != Role.OWNER:
        return _("Only an owner may change the company's profile.")
    return why_read_only(membership.company)


def why_not_manage_team(membership: Membership) -> str:
    """Why this member may not invite, remove or give roles; empty when they may."""
    if membership.role != Role.OWNER:
        return _("Only an owner may change the team.")
    return why_read_only(membership.company)


def why_not_take_candidates(company: Company) -> str:
    """Why the company's jobs are closed to candidates; empty when they are not."""
    if company.is_deleted:
        return _("The company was deleted.")
    if company.is_suspended:
        return _("The company was stopped by the people who run this site. Please write to them.")
    return ""


def standing(company: Company) -> str:
    """What the company's people should know of their standing, as text with what follows from it; empty when
    all is well.

    A company that is not verified may do everything: job seekers see that its identity was not checked.
    """
    if reason := why_read_only(company):
        return reason
    if company.verification == Verification.REFUSED:
        return _(
            "The identity document was refused: %(reason)s You can work as before; your public page says that "
            "the company is not verified until another document is accepted."
        ) % {"reason": _as_sentence(company.refusal_reason)}
    if company.verification == Verification.WAITING:
        return _(
            "Staff are checking the identity document. You can work as before; until then your public page "
            "says that the company is not verified."
        )
    if company.verification == Verification.NONE:
        return _(
            "The company is not verified. You can work as before, but your public page says so to job seekers: "
            "send a document that proves who the company is."
        )
    return ""


def why_not_post(membership: Membership, job: Job) -> list[str]:
    """Everything that keeps this member from posting a classic job; empty when nothing does."""
    reasons = [
        why_not_edit(membership),
        why_not_take_candidates(membership.company),
        "" if job.approved else _("The job was taken down by the people who run this site."),
        "" if users.has_proven_address(user=membership.user) else _("Confirm your e-mail address first."),
        "" if job.description.strip() else _("The description is missing."),
    ]
    return [reason for reason in reasons if reason]


def why_not_apply(job: Job) -> str:
    """Why nobody can apply for a classic job now, in words for a job seeker; empty when one can."""
    names = {"company": job.company.name}
    if job.is_deleted or job.company.is_deleted or job.state == ClassicJobState.DRAFT:
        return _("This job is no longer there: %(company)s has taken it down.") % names
    if job.company.is_suspended:
        return _("Applications to %(company)s are stopped for the time being.") % names
    if not job.approved:
        return _("This job is being checked by this website's staff and takes no applications meanwhile.")
    if job.state == ClassicJobState.CLOSED:
        return _("This job is closed: %(company)s takes no more applications for it.") % names
    return ""


def require(why_not: str) -> None:
    """Raise NotAllowed with the reason of a rule, if there is one."""
    if why_not:
        raise NotAllowed(why_not)


def _as_sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
