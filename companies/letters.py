"""What a company writes to applicants: the placeholders of its texts, checked and filled, and our own wording."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from companies.enums import ApplicationStatus

_PLACEHOLDER = re.compile(r"\{\s*([^{}\n]{0,40}?)\s*\}")

#: What may stand in a text in braces, and what it becomes.
PLACEHOLDERS = {
    "first_name": gettext_lazy("the applicant's first name"),
    "name": gettext_lazy("the applicant's whole name"),
    "job": gettext_lazy("the title of the job"),
    "company": gettext_lazy("your company's name"),
    "sender": gettext_lazy("who sends it"),
}


@dataclass(frozen=True)
class Letter:
    """A text to applicants, with placeholders; `is_on` says whether the company writes in this case."""

    subject: str
    body: str
    is_on: bool = True


_THANKS = gettext_lazy(
    "Hello {first_name},\n\nthank you for applying for {job}. Your application has arrived, and people at "
    "{company} will read it.\n\n{company}"
)
_SHORTLISTED = gettext_lazy(
    "Hello {first_name},\n\nwe liked your application for {job} and have put you on our shortlist. "
    "We will write to you about the next step.\n\n{sender}\n{company}"
)
_ACCEPTED = gettext_lazy(
    "Hello {first_name},\n\ngood news: we would like you to join us as {job}. "
    "We will write to you about everything else.\n\n{sender}\n{company}"
)
_REJECTED = gettext_lazy(
    "Hello {first_name},\n\nthank you for your interest in {job} and for the time you took. We have decided to go "
    "on with other applicants. We wish you all the best.\n\n{sender}\n{company}"
)
_DEFAULTS = {
    ApplicationStatus.APPLIED: (gettext_lazy("We have your application: {job}"), _THANKS),
    ApplicationStatus.SHORTLISTED: (gettext_lazy("You are on our shortlist: {job}"), _SHORTLISTED),
    ApplicationStatus.ACCEPTED: (gettext_lazy("We would like you to join us: {job}"), _ACCEPTED),
    ApplicationStatus.REJECTED: (gettext_lazy("Your application: {job}"), _REJECTED),
}
#: The statuses that a company can write about, in their order.
STATUSES = tuple(_DEFAULTS)


def default(status: str) -> Letter:
    """Our own wording for a status."""
    subject, body = _DEFAULTS[ApplicationStatus(status)]
    return Letter(str(subject), str(body))


def mistake(text: str) -> str:
    """What is wrong with the placeholders of a text; empty when nothing is."""
    unknown = [found[0] for found in _PLACEHOLDER.finditer(text) if found[1] not in PLACEHOLDERS]
    if not unknown:
        return ""
    known = ", ".join(f"{{{name}}}" for name in PLACEHOLDERS)
    return _("There is no placeholder %(unknown)s. You can use %(known)s.") % {
        "unknown": ", ".join(dict.fromkeys(unknown)),
        "known": known,
    }


def fill(text: str, values: Mapping[str, str]) -> str:
    """The text with its placeholders filled, in one pass: braces in a value stay what they are."""
    return _PLACEHOLDER.sub(lambda found: values.get(found[1], found[0]), text)
