"""Proving the candidate's address by a code, and with it the one interview of an address for a job."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from interviewer.accounts.models import OneTimeCode, fold_email
from interviewer.accounts.services import codes
from interviewer.errors import Conflict
from interviewer.integrations import mail
from interviewer.journal import services as journal
from interviews.enums import InterviewStatus, Stage
from interviews.lifecycles import INTERVIEW
from interviews.models import Interview
from interviews.services import stages
from interviews.services.resumes import address_is_fixed


@dataclass(frozen=True)
class Proven:
    """What came of a right code: the interview to go on with, which may be an earlier one."""

    interview: Interview
    is_earlier: bool = False


def purpose(interview: Interview) -> str:
    """What a code of this interview proves."""
    return f"interview:{interview.uid}"


def send(*, interview: Interview) -> None:
    """Send a code to the interview's address; raises TooMany when asked too often."""
    with transaction.atomic():
        code = codes.issue(
            purpose=purpose(interview),
            address=interview.email,
            is_trusted_address=address_is_fixed(interview),
        )
        mail.send(
            kind="interview_code",
            to=interview.email,
            context={
                "code": code,
                "interview": interview,
                "job": interview.job,
                "company": interview.job.company,
            },
            language=stages.plan_of(interview).interview_language,
        )


def send_first(*, interview: Interview) -> None:
    """Send a code when the page is opened for the first time, or the address was changed since."""
    if not was_sent(interview):
        send(interview=interview)


def was_sent(interview: Interview) -> bool:
    """Whether the newest code of this interview went to its present address."""
    newest = OneTimeCode.objects.filter(purpose=purpose(interview)).order_by("-created_at", "-pk").first()
    return newest is not None and newest.address == fold_email(interview.email)


def prove(*, interview: Interview, typed: str) -> Proven:
    """Check the code. Raises Invalid or Gone when it is wrong or old.

    When the address already holds an interview for this job, that one is returned: only its holder gets
    here, so nothing is told to strangers, and nobody has two.
    """
    codes.check(purpose=purpose(interview), typed=typed, address=interview.email)
    if interview.email_verified_at:
        return Proven(interview)
    earlier = _earlier(interview)
    if earlier:
        return _sent_to(earlier, interview)
    try:
        with transaction.atomic():
            now = timezone.now()
            Interview.objects.filter(pk=interview.pk).update(email_verified_at=now)
            interview.email_verified_at = now
            stages.finish(interview=interview, stage=Stage.EMAIL_CODE)
    except IntegrityError as problem:  # two tabs with two links and one address
        earlier = _earlier(interview)
        if earlier is None:
            raise Conflict(_("Please try again.")) from problem
        return _sent_to(earlier, interview)
    return Proven(interview)


def _sent_to(earlier: Interview, interview: Interview) -> Proven:
    """End the second interview of an address: nobody has two, and the recruiter sees one."""
    with transaction.atomic():
        journal.record(actor="candidate", action="interview.sent_to_earlier", subject=interview)
        INTERVIEW.move(
            interview, InterviewStatus.WITHDRAWN, actor="candidate", reason="the address has an earlier one"
        )
    return Proven(earlier, is_earlier=True)


def _earlier(interview: Interview) -> Interview | None:
    rows = Interview.objects.alive().filter(job=interview.job, email=interview.email)
    return rows.filter(email_verified_at__isnull=False).exclude(pk=interview.pk).select_related("job").first()


def change_address(*, interview: Interview) -> None:
    """Go back to the form to correct the address; only while it is not proven."""
    if interview.email_verified_at:
        raise Conflict(_("Your address is proven already."))
    if address_is_fixed(interview):
        raise Conflict(_("The company invited this address. Please ask them to invite another one."))
    interview.stage_attempts.filter(stage=Stage.RESUME).update(finished_at=None)


def masked_address(interview: Interview) -> str:
    """The address as somebody may see it who has the link only: a•••@example.com."""
    name, _at, host = interview.email.partition("@")
    return f"{name[:1]}•••@{host}"


def link(interview: Interview) -> str:
    """The private link in full, for e-mails."""
    return f"{settings.SITE_URL}/i/{interview.link_token}/"
