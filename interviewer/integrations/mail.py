"""Sending e-mail: render a template pair, keep it as a row, deliver it in the background."""

from __future__ import annotations

import logging
import smtplib
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import timedelta

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.db.models import F
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import override

from interviewer import background
from interviewer.integrations import sms
from interviewer.integrations.failures import IntegrationError, Rejected, Unavailable
from interviewer.journal.models import MailStatus, OutgoingMail

log = logging.getLogger(__name__)

#: Rows whose kind begins so are text messages: they wait, are sent once and are forgotten like e-mails.
TEXT_MESSAGE = "sms."
#: Longer than a mail server may take: an e-mail that is being sent for longer was left by a killed worker.
LEASE = timedelta(minutes=2)
#: Longer than the longest pause between two tries: an e-mail that waits for longer was forgotten.
FORGOTTEN = timedelta(minutes=10)
#: Answers of a mail server from here on are final (RFC 5321, 4.2.1).
PERMANENT = 500


@dataclass(frozen=True)
class Attachment:
    """A small text that goes along, such as an entry for a calendar."""

    name: str
    content_type: str
    text: str


def send(
    *,
    kind: str,
    to: str,
    context: Mapping[str, object],
    key: str = "",
    language: str = "en",
    attachments: Sequence[Attachment] = (),
    headers: Mapping[str, str] | None = None,
) -> OutgoingMail:
    """Queue the e-mail `templates/emails/<kind>.{subject.txt,txt,html}` to one address.

    The same `key` is sent once only, however often this is called.
    """
    return _keep(
        written(
            kind=kind,
            to=to,
            context=context,
            key=key,
            language=language,
            attachments=attachments,
            headers=headers,
        )
    )


def written(
    *,
    kind: str,
    to: str,
    context: Mapping[str, object],
    key: str = "",
    language: str = "en",
    attachments: Sequence[Attachment] = (),
    headers: Mapping[str, str] | None = None,
) -> OutgoingMail:
    """An e-mail from its templates, for `queue_all`: neither kept nor queued yet."""
    values = {"site_url": settings.SITE_URL, "to": to, **context}
    with override(language):
        subject = " ".join(render_to_string(f"emails/{kind}.subject.txt", values).split())
        return OutgoingMail(
            key=key or uuid.uuid4().hex,
            kind=kind,
            to=to,
            subject=subject[:250],
            text=render_to_string(f"emails/{kind}.txt", values),
            html=render_to_string(f"emails/{kind}.html", values),
            attachments=[asdict(one) for one in attachments],
            headers=dict(headers or {}),
        )


def queue(*, kind: str, to: str, subject: str, text: str, html: str = "", key: str = "") -> OutgoingMail:
    """Queue an e-mail that is already written."""
    return _keep(
        OutgoingMail(
            key=key or uuid.uuid4().hex, kind=kind, to=to, subject=subject[:250], text=text, html=html
        )
    )


def queue_all(mails: Sequence[OutgoingMail]) -> None:
    """Queue e-mails whose keys are new, in few statements; raises IntegrityError when one was there."""
    with transaction.atomic():
        for row in OutgoingMail.objects.bulk_create(mails):
            background.enqueue(deliver, row.pk)


def _keep(mail: OutgoingMail) -> OutgoingMail:
    names = ("kind", "to", "subject", "text", "html", "attachments", "headers")
    with transaction.atomic():
        row, is_new = OutgoingMail.objects.get_or_create(
            key=mail.key, defaults={name: getattr(mail, name) for name in names}
        )
        if is_new:
            background.enqueue(deliver, row.pk)
    return row


def queue_text_message(*, kind: str, to: str, text: str, key: str = "") -> OutgoingMail:
    """Queue a text message to a phone number in international form."""
    return queue(kind=f"{TEXT_MESSAGE}{kind}", to=to, subject="", text=text, key=key)


@background.task
def deliver(mail_id: int) -> None:
    """Send one queued e-mail; doing nothing if it was sent, or another worker has it. Raises Unavailable."""
    claimed = OutgoingMail.objects.filter(pk=mail_id, status=MailStatus.QUEUED).update(
        status=MailStatus.SENDING, attempts=F("attempts") + 1, updated_at=timezone.now()
    )
    if not claimed:
        return
    row = OutgoingMail.objects.get(pk=mail_id)
    try:
        _send(row)
    except (OSError, ValueError, smtplib.SMTPException, IntegrationError) as problem:
        _failed(row, problem)
        return
    OutgoingMail.objects.filter(pk=mail_id).update(
        status=MailStatus.SENT, sent_at=timezone.now(), text="", html="", attachments=[], headers={}, error=""
    )


def _send(row: OutgoingMail) -> None:
    if row.kind.startswith(TEXT_MESSAGE):
        sms.get_sms().send(to=row.to, text=row.text)
    else:
        _message(row).send()


def _message(row: OutgoingMail) -> EmailMultiAlternatives:
    message = EmailMultiAlternatives(
        subject=row.subject, body=row.text, to=[row.to], headers=dict(row.headers)
    )
    if row.html:
        message.attach_alternative(row.html, "text/html")
    for one in row.attachments:
        message.attach(one["name"], one["text"], one["content_type"])
    message.tags, message.idempotency_key = [row.kind], row.key
    return message


def _failed(row: OutgoingMail, problem: Exception) -> None:
    """Keep the reason; raises Unavailable when another try may help and there is one left."""
    gives_up = _is_refusal(problem) or row.attempts > len(background.BACK_OFF_SECONDS)
    OutgoingMail.objects.filter(pk=row.pk).update(
        status=MailStatus.FAILED if gives_up else MailStatus.QUEUED,
        error=str(problem)[:500],
        updated_at=timezone.now(),
    )
    if _is_refusal(problem):
        log.error("e-mail %s to %s was refused: %s", row.kind, row.to, problem)
        return
    # Wrong settings too: the person who mends them should not have to send each e-mail again.
    raise Unavailable(str(problem)) from problem


def _is_refusal(problem: Exception) -> bool:
    """Whether asking again can't help: this e-mail, or its address, is not wanted."""
    if isinstance(problem, smtplib.SMTPRecipientsRefused):
        return all(code >= PERMANENT for code, _said in problem.recipients.values())
    if isinstance(problem, smtplib.SMTPDataError):
        return problem.smtp_code >= PERMANENT
    return isinstance(problem, Rejected | ValueError)


@background.reconciler
def resend_forgotten() -> int:
    """Queue again e-mails whose task was lost, or whose worker was killed. Longer than any pause between tries."""
    now = timezone.now()
    left = OutgoingMail.objects.filter(status=MailStatus.SENDING, updated_at__lt=now - LEASE)
    ids = list(left.values_list("pk", flat=True)[:100])
    OutgoingMail.objects.filter(pk__in=ids, status=MailStatus.SENDING).update(status=MailStatus.QUEUED)
    forgotten = OutgoingMail.objects.filter(status=MailStatus.QUEUED, updated_at__lt=now - FORGOTTEN)
    ids += forgotten.exclude(pk__in=ids).values_list("pk", flat=True)[:100]
    return background.ask_again(deliver, [(mail_id,) for mail_id in ids])
