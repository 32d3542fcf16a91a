"""A button for other websites: a plain link that needs no script of ours and loads nothing from us."""

from __future__ import annotations

from django.utils.html import escape
from django.utils.translation import gettext as _

from companies.models import AiInterviewedJob
from interviews import links

#: The source of whoever comes by the button.
TAG = "website"
#: As `.embed-button` of recruiter.css shows it: white on a blue of enough contrast (7:1).
_LOOK = (
    "display:inline-block;padding:.75em 1.25em;border-radius:.5em;background:#2f45b8;color:#fff;"
    "font:600 1rem/1.25 system-ui,sans-serif;text-decoration:none"
)


def label() -> str:
    """What stands on the button."""
    return _("Apply with an interview")


def snippet(job: AiInterviewedJob) -> str:
    """The HTML to copy, as plain text: a page that shows it has to escape it once more."""
    # An f-string of safe strings is none: what is shown is the source, not the button.
    return f'<a href="{escape(links.public_link(job, TAG))}" style="{_LOOK}">{escape(label())}</a>'
