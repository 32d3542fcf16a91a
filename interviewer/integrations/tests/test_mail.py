"""E-mail: queued with the change, delivered once, tried again, and shown when it failed."""

from __future__ import annotations

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message
from django.core import mail as django_mail
from django.db import transaction

from interviewer import background
from interviewer.errors import Conflict
from interviewer.integrations import mail
from interviewer.integrations.failures import Unavailable
from interviewer.journal.models import OutgoingMail
from interviewer.web.tests.product import free_port

pytestmark = pytest.mark.django_db


def queue(key: str = "") -> OutgoingMail:
    return mail.queue(
        kind="test",
        to="asha@example.com",
        subject="Your code",
        text="It is 123456.",
        html="<p>It is 123456.</p>",
        key=key,
    )


def test_a_mail_is_sent_once_and_its_text_is_wiped(run_tasks):
    row = queue("same")
    assert queue("same").pk == row.pk
    run_tasks()
    mail.deliver(row.pk)
    assert [(sent.to, sent.subject, sent.body) for sent in django_mail.outbox] == [
        (["asha@example.com"], "Your code", "It is 123456.")
    ]
    row.refresh_from_db()
    assert (row.status, row.attempts, row.text, row.html, row.error) == ("sent", 1, "", "", "")


def test_a_mail_is_rolled_back_with_its_change(run_tasks):
    with pytest.raises(Conflict), transaction.atomic():
        queue()
        raise Conflict
    assert (OutgoingMail.objects.count(), run_tasks()) == (0, 0)


@pytest.fixture
def smtp(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", free_port()
    settings.EMAIL_USE_TLS, settings.EMAIL_HOST_USER = False, ""


class Kept(Message):
    """Keeps what a mail server was given."""

    def __init__(self) -> None:
        super().__init__()
        self.mails = []

    def handle_message(self, message):
        self.mails.append(message)


def test_a_mail_reaches_a_mail_server_as_text_and_html(smtp, settings):
    kept = Kept()
    server = Controller(kept, hostname="127.0.0.1", port=settings.EMAIL_PORT)
    server.start()
    try:
        mail.deliver(queue().pk)
    finally:
        server.stop()
    (message,) = kept.mails
    assert (message["To"], message["Subject"]) == ("asha@example.com", "Your code")
    assert [part.get_content_type() for part in message.walk()] == [
        "multipart/alternative",
        "text/plain",
        "text/html",
    ]


def test_a_mail_server_that_is_away_is_tried_again_and_then_shown_as_failed(smtp, run_tasks):
    row = queue()
    run_tasks()
    row.refresh_from_db()
    assert (row.status, row.attempts, "refused" in row.error) == ("queued", 1, True)
    with pytest.raises(Unavailable):
        run_tasks(later=True)
    row.refresh_from_db()
    assert (row.status, row.attempts) == ("failed", len(background.BACK_OFF_SECONDS) + 1)
    assert row.text == "It is 123456."
