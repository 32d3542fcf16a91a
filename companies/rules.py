"""Who may do what in a company; each rule says why not, or nothing."""

from __future__ import annotations

from django.utils.translation import gettext as _

from companies.enums import Role
from companies.models import Company, Membership
from interviewer.errors import NotAllowed

#: Roles that may change jobs and invite candidates; reviewers read and score.
EDITORS = (Role.OWNER, Role.RECRUITER)


def why_not_edit(membership: Membership) -> str:
    """Why this member may not change jobs; empty when they may."""
    if membership.role in EDITORS:
        return ""
    return _("Reviewers read and score. Ask an owner for a role that may change jobs.")


def why_not_edit_company(membership: Membership) -> str:
    """Why this member may not change the company's profile; empty when they may."""
    if membership.role == Role.OWNER:
        return ""
    return _("Only an owner may change the company's profile.")


def why_not_take_candidates(company: Company) -> str:
    """Why the company's jobs are closed to candidates; empty when they are not."""
    if company.is_deleted:
        return _("The company was deleted.")
    if company.is_suspended:
        return _("The company was stopped by the people who run this site. Please write to them.")
    return ""


def require(why_not: str) -> None:
    """Raise NotAllowed with the reason of a rule, if there is one."""
    if why_not:
        raise NotAllowed(why_not)
