"""Notes about a candidate; who is mentioned in one gets an e-mail that leads there and says nothing of it."""

from __future__ import annotations

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from companies.mentions import mentioned
from companies.models import Membership
from interviewer.errors import Invalid
from interviewer.integrations import mail
from interviewer.journal import services as journal
from interviews.models import Interview, Note

MAX_CHARS = 5_000


def write(*, actor: Membership, interview: Interview, text: str) -> Note:
    """Keep a note and tell those whom it mentions, but not its author. Raises Invalid for an empty or too long one."""
    text = text.strip()
    if not text or len(text) > MAX_CHARS:
        raise Invalid(fields={"text": _("Write between 1 and %(n)d characters.") % {"n": MAX_CHARS}})
    members = Membership.objects.filter(company=interview.company_id, removed_at=None).select_related("user")
    called = mentioned(text, members)
    with transaction.atomic():
        note = Note.objects.create(
            interview=interview, author=actor.user, author_label=str(actor.user), text=text
        )
        note.mentions.set(called)
        journal.record(
            actor=actor.user,
            action="interview.noted",
            subject=interview,
            data={"note": str(note.uid), "mentions": [str(member.user) for member in called]},
        )
        for member in called:
            if member.pk != actor.pk:
                _tell(note, interview, member)
    return note


def _tell(note: Note, interview: Interview, member: Membership) -> None:
    address = reverse("workspace:interview", args=[interview.uid])
    mail.send(
        kind="interview_mention",
        to=member.user.email,
        context={
            "name": member.user.get_full_name(),
            "sender": note.author_label,
            "candidate": str(interview),
            "job": interview.job.title,
            "company_name": interview.job.company.name,
            "href": f"{settings.SITE_URL}{address}?tab=review#notes",
        },
        key=f"note:{note.uid}:{member.pk}",
    )
