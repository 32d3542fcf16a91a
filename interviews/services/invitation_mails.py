"""The e-mails of an invitation: the invitation itself and its reminders, with the end as a calendar entry."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import override

from interviewer.integrations import mail
from interviewer.integrations.mail import Attachment
from interviews import calendar_entries, links
from interviews.models import Interview, Invitation
from interviews.services import stages
from interviews.stages import required_stages


def send_invitations(*, invitations: Sequence[Invitation], sender: str) -> None:
    """Queue the e-mails of new invitations, in few statements."""
    mail.queue_all([mail.written(**_letter(one, sender)) for one in invitations])


def _letter(invitation: Invitation, sender: str) -> dict[str, Any]:
    key = f"invitation:{invitation.uid}"
    return _parts("invitation", invitation.interview, key, message=invitation.message, sender=sender)


def send_reminder(*, interview: Interview, kind: str) -> None:
    """Queue a reminder; for one end of the link each kind is sent once. It says how to get no more of them."""
    until = int(interview.link_expires_at.timestamp())
    off = links.reminders_link(interview)
    headers = {"List-Unsubscribe": f"<{off}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    key = f"reminder:{interview.uid}:{kind}:{until}"
    mail.send(headers=headers, **_parts("reminder", interview, key, off=off, is_unopened=kind == "unopened"))


def _parts(kind: str, interview: Interview, key: str, **more: object) -> dict[str, Any]:
    """What both e-mails have in common, and what is particular to this one."""
    job = interview.job
    plan = stages.plan_of(interview)
    with override(plan.interview_language):
        entry = calendar_entries.entry(interview)
    context = {
        "name": interview.first_name,
        "job": job.title,
        "company_name": job.company.name,
        "href": links.private_link(interview),
        "expires_at": interview.link_expires_at,
        "stages": [stage.label for stage in required_stages(plan)[3:-1]],
        "records": job.has_conversation and not interview.text_only,
        **more,
    }
    return {
        "kind": kind,
        "to": interview.email,
        "context": context,
        "key": key,
        "language": plan.interview_language,
        "attachments": [Attachment(calendar_entries.FILE_NAME, calendar_entries.CONTENT_TYPE, entry)],
    }
