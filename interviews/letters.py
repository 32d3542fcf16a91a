"""Placeholders of a letter to a candidate: which there are, what they stand for, and the texts to start from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from interviews.enums import Decision

PLACEHOLDERS = {
    "first_name": gettext_lazy("the candidate's first name"),
    "full_name": gettext_lazy("the candidate's full name"),
    "job": gettext_lazy("the title of the job"),
    "company": gettext_lazy("the name of your company"),
    "sender": gettext_lazy("your name"),
}
_PLACE = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True)
class Letter:
    """Subject and text, with placeholders or without."""

    subject: str
    body: str


def unknown_places(text: str) -> list[str]:
    """What stands between braces and is no placeholder, or a brace that is alone."""
    unknown = [f"{{{name}}}" for name in _PLACE.findall(text) if name not in PLACEHOLDERS]
    alone = sorted(set("{}") & set(_PLACE.sub("", text)))
    return list(dict.fromkeys([*unknown, *alone]))


def filled(text: str, values: Mapping[str, str]) -> str:
    """The text with each placeholder replaced, once: a name that looks like one stays a name."""
    return _PLACE.sub(lambda found: values.get(found[1], found[0]), text)


def standard(decision: str) -> Letter:
    """The letter of a company that has written none of its own."""
    words = {
        Decision.SHORTLISTED: (
            _("{job} at {company}: the next step"),
            _("thank you for your interview. We would like to go on with you and will write to you soon."),
        ),
        Decision.ON_HOLD: (
            _("{job} at {company}: where things stand"),
            _("thank you for your interview. We have not decided yet and will write to you when we have."),
        ),
        Decision.REJECTED: (
            _("{job} at {company}"),
            _(
                "thank you for the time you took. We have decided to go on with other candidates for this "
                "position. We wish you all the best."
            ),
        ),
        Decision.HIRED: (
            _("{job} at {company}: good news"),
            _("we would be glad to have you with us. We will write to you about what comes next."),
        ),
    }
    subject, text = words.get(decision, (_("{job} at {company}"), _("thank you for your interview.")))
    return Letter(subject, "\n\n".join([_("Hello {first_name},"), text, "{sender}\n{company}"]))
