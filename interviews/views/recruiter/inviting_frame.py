"""What the pages around inviting to a job share: the way from one to the other."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from companies.access import EDITORS, MemberRequest
from companies.models import AiInterviewedJob


def inviting_tabs(request: MemberRequest, job: AiInterviewedJob) -> list[dict[str, object]]:
    """The pages around inviting that this member may see."""
    found = [("job_invitations", _("Invited by e-mail")), ("job_links", _("Public link"))]
    if request.membership.role in EDITORS:
        found.insert(1, ("job_invite", _("Invite more")))
    return [{"label": label, "href": reverse(f"workspace:{name}", args=[job.uid])} for name, label in found]
