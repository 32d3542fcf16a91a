"""Letters to candidates about a decision: the texts to start from. Placeholders are those of letters to applicants."""

from __future__ import annotations

from django.utils.translation import gettext as _

from companies.letters import Letter
from interviews.enums import Decision


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
