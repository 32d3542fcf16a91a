"""Text messages: every engine takes one, and a gateway's answers are understood in our words."""

from __future__ import annotations

import logging

import pytest
from django.conf import settings as django_settings

from interviewer.integrations import mail
from interviewer.integrations.failures import Misconfigured, Rejected, Unavailable
from interviewer.integrations.llm.tests.faulty_server import Reply, faulty_server
from interviewer.integrations.sms import get_sms
from interviewer.journal.models import OutgoingMail
from interviewer.web import outbox


def test_the_outbox_shows_a_message_like_an_e_mail(settings, tmp_path):
    settings.SMS_ENGINE, settings.EMAIL_FILE_PATH = "outbox", tmp_path / "new"
    get_sms().send(to="+919876543210", text="123456 is your code.")
    (path,) = (tmp_path / "new").glob("*.log")
    shown = outbox._read(path)
    assert (shown.to, shown.subject, shown.text.strip()) == (
        "+919876543210",
        "Text message",
        "123456 is your code.",
    )


def test_the_console_shows_a_message(settings, caplog):
    settings.SMS_ENGINE = "console"
    with caplog.at_level(logging.WARNING):
        get_sms().send(to="+91987", text="Hello")
    assert caplog.messages == ["text message to +91987: Hello"]


def test_a_gateway_gets_the_message(settings):
    with faulty_server(Reply(body=b"{}")) as server:
        settings.SMS_ENGINE, settings.SMS_URL, settings.SMS_TOKEN = "webhook", server.base_url, "t0ken"
        get_sms().send(to="+91987", text="Grüße")
    assert server.asked == [{"to": "+91987", "text": "Grüße"}]


@pytest.mark.parametrize(
    ("status", "kind"),
    [(400, Rejected), (404, Rejected), (401, Misconfigured), (429, Unavailable), (500, Unavailable)],
)
def test_a_gateways_refusals_in_our_words(settings, status, kind):
    with faulty_server(Reply(status=status, body=b"")) as server:
        settings.SMS_ENGINE, settings.SMS_URL = "webhook", server.base_url
        with pytest.raises(kind):
            get_sms().send(to="+91987", text="Hello")


def test_a_gateway_that_is_not_there_may_be_later(settings):
    settings.SMS_ENGINE, settings.SMS_URL = "webhook", "http://127.0.0.1:9/"
    with pytest.raises(Unavailable):
        get_sms().send(to="+91987", text="Hello")


@pytest.mark.parametrize(
    ("engine", "url"), [("pigeon", ""), ("webhook", ""), ("webhook", "file:///etc/passwd")]
)
def test_wrong_settings_say_so(settings, engine, url):
    settings.SMS_ENGINE, settings.SMS_URL = engine, url
    with pytest.raises(Misconfigured):
        get_sms()


@pytest.mark.django_db
def test_a_queued_message_is_sent_once_and_its_text_forgotten(settings, tmp_path):
    settings.EMAIL_FILE_PATH = tmp_path
    row = mail.queue_text_message(kind="phone_code", to="+91987", text="123456")
    for _time in range(2):
        mail.deliver(row.pk)
    kept = OutgoingMail.objects.values_list("kind", "status", "text").get()
    assert (kept, len(list(tmp_path.glob("*.log")))) == (("sms.phone_code", "sent", ""), 1)
    assert django_settings.SMS_ENGINE == "outbox"
