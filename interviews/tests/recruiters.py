"""A recruiter's browser, and the forms of a page filled as they stand, for tests of the workspace."""

from __future__ import annotations

from django.forms import BaseForm
from django.http import HttpResponse
from django.test import Client

from companies.enums import Role
from companies.models import Company
from companies.tests.factories import MembershipFactory

BACKEND = "django.contrib.auth.backends.ModelBackend"


def at_work(company: Company, role: Role = Role.RECRUITER) -> Client:
    """A browser in which a new member of the company is signed in."""
    client = Client()
    client.force_login(MembershipFactory(company=company, role=role).user, backend=BACKEND)
    return client


def _filled(form: BaseForm) -> dict[str, object]:
    found = {}
    for bound in form:
        value = bound.value()
        if value not in (None, False, ""):
            found[bound.html_name] = "on" if value is True else value
    return found


def filled(page: HttpResponse) -> dict[str, object]:
    """What the browser would send if the form of a page were sent as it stands."""
    sent = {"seen": page.context.get("seen", ""), **_filled(page.context["form"])}
    for name in ("options", "cases"):
        if hasattr(page.context.get(name), "management_form"):
            rows = page.context[name]
            sent |= _filled(rows.management_form)
            for row in rows:
                sent |= _filled(row)
    return sent
