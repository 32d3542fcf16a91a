"""What the page of an interview shows of a candidate's way in: the link, the e-mails sent, what can be done."""

from __future__ import annotations

from dataclasses import asdict

from django.utils import timezone

from companies.access import EDITORS, MemberRequest
from interviews.accommodations import Accommodations
from interviews.enums import InterviewStatus
from interviews.forms.invitations import AccommodateForm, ExtendForm
from interviews.models import Interview
from interviews.queries.invitations import mails_of
from interviews.services import invitations

_OPEN = {InterviewStatus.INVITED, InterviewStatus.IN_PROGRESS}


def link_context(request: MemberRequest, interview: Interview) -> dict[str, object]:
    """What the page of an interview shows of the way in: the link's state, mails sent, forms to change it."""
    sent = list(interview.invitations.all())
    mails = mails_of(sent)
    expires = interview.link_expires_at
    is_open = interview.status in _OPEN
    kept = asdict(Accommodations.of(interview))
    return {
        "invitations": [(one, mails.get(str(one.uid))) for one in sent],
        "link_is_over": bool(expires and expires <= timezone.now()),
        "may_change_link": request.membership.role in EDITORS,
        "can_resend": not invitations.why_not_resend(request.membership, interview),
        "reminders": list(interview.reminders.all()),
        "can_extend": is_open or interview.status == InterviewStatus.EXPIRED,
        "can_revoke": is_open,
        "can_accommodate": is_open,
        "extend_form": ExtendForm(prefix="extend"),
        "accommodate_form": AccommodateForm(initial=kept, prefix="accommodate"),
    }
