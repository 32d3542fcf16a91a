"""Sending e-mail: render a template pair, keep it as a row, deliver it in the background."""

from __future__ import annotations

import smtplib
import uuid
from collections.abc import Mapping

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.db.models import F
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import override

from interviewer import background
from interviewer.integrations.failures import IntegrationError, Unavailable
from interviewer.journal.models import MailStatus, OutgoingMail


def send(
    *,
    kind: str,
    to: str,
    context: Mapping[str, object],
    key: str = "",
    language: str = "en",
) -> OutgoingMail:
    """Queue the e-mail `templates/emails/<kind>.{subject.txt,txt,html}` to one address.

    The same `key` is sent once only, however often this is called.
    """
    values = {"site_url": settings.SITE_URL, "to": to, **context}
    with override(language):
        subject = " ".join(render_to_string(f"emails/{kind}.subject.txt", values).split())
        text = render_to_string(f"emails/{kind}.txt", values)
        html = render_to_string(f"emails/{kind}.html", values)
    return queue(kind=kind, to=to, subject=subject, text=text, html=html, key=key)


def queue(*, kind: str, to: str, subject: str, text: str, html: str = "", key: str = "") -> OutgoingMail:
    """Queue an e-mail that is already written."""
    with transaction.atomic():
        row, is_new = OutgoingMail.objects.get_or_create(
            key=key or uuid.uuid4().hex,
            defaults={"kind": kind, "to": to, "subject": subject[:250], "text": text, "html": html},
        )
        if is_new:
            background.enqueue(deliver, row.pk)
    return row


@background.task
def deliver(mail_id: int) -> None:
    """Send one queued e-mail; doing nothing if it was sent already."""
    with transaction.atomic():
        row = OutgoingMail.objects.select_for_update().filter(pk=mail_id, status=MailStatus.QUEUED).first()
        if row is None:
            return
        OutgoingMail.objects.filter(pk=mail_id).update(attempts=F("attempts") + 1, updated_at=timezone.now())
    message = EmailMultiAlternatives(subject=row.subject, body=row.text, to=[row.to])
    if row.html:
        message.attach_alternative(row.html, "text/html")
    try:
        message.send()
    except (OSError, smtplib.SMTPException, IntegrationError) as problem:
        _failed(row, problem)
        raise Unavailable(str(problem)) from problem
    OutgoingMail.objects.filter(pk=mail_id).update(
        status=MailStatus.SENT, sent_at=timezone.now(), text="", html="", error=""
    )


def _failed(row: OutgoingMail, problem: Exception) -> None:
    is_last = row.attempts >= len(background.BACK_OFF_SECONDS)
    OutgoingMail.objects.filter(pk=row.pk).update(
        status=MailStatus.FAILED if is_last else MailStatus.QUEUED, error=str(problem)[:500]
    )


@background.reconciler
def resend_forgotten() -> int:
    """Queue again e-mails whose task was lost. Five minutes is longer than any back-off but the last."""
    before = timezone.now() - timezone.timedelta(minutes=10)
    rows = OutgoingMail.objects.filter(status=MailStatus.QUEUED, updated_at__lt=before)[:100]
    for row in rows:
        background.enqueue(deliver, row.pk)
    return len(rows)
