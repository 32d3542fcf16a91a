"""Proving a phone number by a code in a text message."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from interviewer.accounts.services import codes
from interviewer.errors import Conflict
from interviewer.integrations import mail
from interviewer.journal import services as journal
from seekers.models import JobSeeker


def ask(*, seeker: JobSeeker) -> None:
    """Send a code to the number of the profile. Raises Conflict without a number, TooMany."""
    if not seeker.phone:
        raise Conflict(_("Enter your phone number first."))
    with transaction.atomic():
        code = codes.issue(purpose=_purpose(seeker), address=seeker.whole_phone)
        text = _("%(code)s is your code for AI Interviewer. It holds for ten minutes.") % {"code": code}
        mail.queue_text_message(kind="phone_code", to=seeker.whole_phone, text=text)


def prove(*, seeker: JobSeeker, typed: str) -> None:
    """Take the number for proven. Raises Invalid, Gone as a code does; a code for another number proves nothing."""
    codes.check(purpose=_purpose(seeker), typed=typed, address=seeker.whole_phone)
    proven = JobSeeker.objects.filter(
        pk=seeker.pk, phone=seeker.phone, phone_country_code=seeker.phone_country_code
    )
    with transaction.atomic():
        proven.update(phone_verified_at=timezone.now())
        journal.record(actor=seeker.user, action="seeker.phone_verified", subject=seeker)


def _purpose(seeker: JobSeeker) -> str:
    return f"phone:{seeker.uid}"
