"""E-mails to a company's people about the company and its team, each in the language of whom it is for."""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from companies.enums import Role
from companies.models import Company
from interviewer.accounts.models import User
from interviewer.integrations import mail

#: Subject and text by what happened.
TEXTS = {
    "joined": (
        _("%(person)s joined %(company)s"),
        _("%(person)s accepted the invitation and is now %(role)s of %(company)s."),
    ),
    "role_changed": (
        _("Your role in %(company)s is now: %(role)s"),
        _("%(actor)s changed your role in %(company)s. You are now %(role)s."),
    ),
    "removed": (
        _("You no longer belong to %(company)s"),
        _("%(actor)s took you out of the team of %(company)s. Your account stays yours."),
    ),
    "left": (
        _("%(person)s left %(company)s"),
        _("%(person)s (%(role)s) left the team of %(company)s."),
    ),
    "owner_changed": (
        _("%(company)s has a new owner"),
        _("%(actor)s handed the ownership of %(company)s to %(person)s, and is now recruiter."),
    ),
    "verified": (
        _("%(company)s is verified"),
        _(
            "The identity document of %(company)s was checked and accepted. Job seekers see that it is verified."
        ),
    ),
    "refused": (
        _("The identity document of %(company)s was refused"),
        _(
            "The identity document of %(company)s was checked and not accepted. The reason: %(reason)s\n"
            "You can send another one on the company's page."
        ),
    ),
    "suspended": (
        _("%(company)s was stopped"),
        _(
            "%(company)s was stopped by the people who run this site: its jobs are closed to candidates, and "
            "nothing can be changed. Please write to them."
        ),
    ),
    "lifted": (
        _("%(company)s may go on"),
        _("%(company)s is no longer stopped: its jobs are open again, and everything can be changed."),
    ),
}


def owners(company: Company) -> list[User]:
    """The people who own the company now."""
    rows = company.memberships.filter(role=Role.OWNER, removed_at=None).select_related("user")
    return [row.user for row in rows.order_by("pk")]


def send(
    *, notice: str, company: Company, to: Iterable[User], page: str = "workspace:team", **values: object
) -> None:
    """Queue the notice to each of these people. `role` may be given as a Role."""
    subject, text = TEXTS[notice]
    for user in to:
        with override(user.language):
            words = {"company": company.name, **values}
            if "role" in words:
                words["role"] = Role(words["role"]).label
            context = {
                "company_name": company.name,
                "title": subject % words,
                "text": text % words,
                "href": f"{settings.SITE_URL}{reverse(page)}" if page else "",
            }
        mail.send(kind="company_notice", to=user.email, context=context, language=user.language)
