"""Brevo over real HTTP: what arrives there is what its SDK describes, and what fails is said in our words."""

from __future__ import annotations

import base64
import threading
import time
from email.mime.image import MIMEImage

import pytest
from django.core.mail import EmailMessage, EmailMultiAlternatives, get_connection
from django.core.mail.message import BadHeaderError

from interviewer.integrations import brevo as backend
from interviewer.integrations import mail
from interviewer.integrations.failures import Misconfigured, Rejected, Unavailable
from interviewer.integrations.tests.brevo_server import KEY, brevo_server, problems
from interviewer.journal.models import OutgoingMail
from interviewer.web.tests.product import free_port

CALENDAR = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nSUMMARY:Gespräch\r\nEND:VCALENDAR\r\n"


@pytest.fixture
def brevo(settings):
    with brevo_server() as server:
        settings.EMAIL_BACKEND = "interviewer.integrations.brevo.EmailBackend"
        settings.MAIL_ENGINE, settings.BREVO_URL, settings.BREVO_API_KEY = "brevo", server.url, KEY
        settings.DEFAULT_FROM_EMAIL = "AI Interviewer <no-reply@example.com>"
        yield server


def letter(**changes: object) -> EmailMultiAlternatives:
    values = {"subject": "नमस्ते Asha", "body": "Hello", "to": ["Asha Rao <asha@example.com>"]}
    return EmailMultiAlternatives(**values | changes)


def test_everything_that_a_message_has_arrives(brevo):
    message = letter(
        cc=["c@example.com"],
        bcc=["b@example.com"],
        reply_to=["Acme <jobs@acme.example>"],
        headers={"X-Entity-Ref": "7", "Message-ID": "<ours@example.com>"},
    )
    message.attach_alternative("<p>Hello</p>", "text/html")
    message.attach("cv.pdf", b"%PDF-\xff", "application/pdf")
    message.tags, message.idempotency_key = ["invitation"], "invitation:1"
    assert message.send() == 1
    assert brevo.taken == [
        {
            "sender": {"email": "no-reply@example.com", "name": "AI Interviewer"},
            "to": [{"email": "asha@example.com", "name": "Asha Rao"}],
            "cc": [{"email": "c@example.com"}],
            "bcc": [{"email": "b@example.com"}],
            "replyTo": {"email": "jobs@acme.example", "name": "Acme"},
            "subject": "नमस्ते Asha",
            "textContent": "Hello",
            "htmlContent": "<p>Hello</p>",
            "headers": {"X-Entity-Ref": "7", "idempotencyKey": "invitation:1"},
            "tags": ["invitation"],
            "attachment": [{"name": "cv.pdf", "content": base64.b64encode(b"%PDF-\xff").decode()}],
        }
    ]


@pytest.mark.parametrize("how", ["attached", "without a name", "beside the text"])
def test_a_calendar_file_is_one_however_it_is_given(brevo, how):
    message = letter()
    if how == "attached":
        message.attach("interview.ics", CALENDAR, "text/calendar")
    elif how == "without a name":
        message.attach(None, CALENDAR, "text/calendar; method=REQUEST")
    else:
        message.attach_alternative(CALENDAR, "text/calendar; method=REQUEST")
    message.send()
    (found,) = brevo.taken[0]["attachment"]
    assert found["name"] == ("interview.ics" if how == "attached" else "attachment.ics")
    assert base64.b64decode(found["content"]).decode() == CALENDAR
    assert "htmlContent" not in brevo.taken[0]


def test_parts_made_by_hand_and_messages_inside_of_messages_are_attachments(brevo):
    message = letter()
    picture = MIMEImage(b"\x89PNG", "png")
    picture.add_header("Content-Disposition", "inline", filename="logo.png")
    message.attach(picture)
    message.attach("earlier.eml", EmailMessage("Earlier", "Text", to=["a@example.com"]), "message/rfc822")
    message.send()
    names = {one["name"]: base64.b64decode(one["content"]) for one in brevo.taken[0]["attachment"]}
    assert names["logo.png"] == b"\x89PNG"
    assert b"Subject: Earlier" in names["earlier.eml"]


def test_a_message_that_is_html_alone_has_no_text(brevo):
    message = EmailMessage("Hi", "<b>Hi</b>", to=["a@example.com"])
    message.content_subtype = "html"
    message.send()
    assert (brevo.taken[0]["htmlContent"], "textContent" in brevo.taken[0]) == ("<b>Hi</b>", False)


def test_many_messages_share_a_connection_and_nobody_is_written_to_without_an_address(brevo):
    with get_connection() as connection:
        letters = [letter(), letter(to=[]), letter(to=["b@example.com"])]
        assert connection.send_messages(letters) == 2
    assert [one["to"][0]["email"] for one in brevo.taken] == ["asha@example.com", "b@example.com"]


def test_a_header_with_a_line_break_is_not_sent(brevo):
    with pytest.raises(BadHeaderError):
        letter(headers={"X-A": "1\nBcc: all@example.com"}).send()
    assert brevo.asked == 0


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, Rejected),
        (401, Misconfigured),
        (402, Misconfigured),
        (403, Misconfigured),
        (404, Misconfigured),
        (422, Rejected),
        (429, Unavailable),
        (500, Unavailable),
        (503, Unavailable),
        (302, Unavailable),
    ],
)
def test_a_refusal_is_said_in_our_words_and_asked_once(brevo, status, kind):
    brevo.status = status
    with pytest.raises(kind, match=f"Brevo answered {status}|could not be reached"):
        letter().send()
    assert brevo.asked == 1


@pytest.mark.parametrize("body", [b"<html>a proxy</html>", b"[]", b"{}", b""])
def test_an_answer_that_is_none_of_brevos_is_not_taken_for_sent(brevo, body):
    brevo.status, brevo.body = 200, body
    with pytest.raises(Rejected):
        letter().send()


def test_a_wrong_key_is_ours_to_mend(brevo, settings):
    settings.BREVO_API_KEY = "wrong"
    with pytest.raises(Misconfigured, match="Key not found"):
        letter().send()


def test_who_does_not_answer_is_not_waited_for(brevo, monkeypatch):
    monkeypatch.setattr(backend, "TIMEOUTS", (1, 0.3))
    brevo.silent = threading.Event()
    begun = time.monotonic()
    with pytest.raises(Unavailable, match="could not be reached"):
        letter().send()
    assert time.monotonic() - begun < 3


@pytest.mark.parametrize("address", ["http://127.0.0.1:{port}/v3", "https://127.0.0.1:{port}/v3"])
def test_nobody_there_is_unavailable(brevo, settings, address):
    settings.BREVO_URL = address.format(port=free_port())
    with pytest.raises(Unavailable):
        letter().send()
    assert letter().send(fail_silently=True) == 0


def test_the_server_of_these_tests_knows_what_is_wrong():
    sent = {"sender": {"email": 7}, "to": [], "colour": "red", "attachment": [{"content": "not base64!"}]}
    assert [text.split(":")[0] for text in problems(sent, "SendSmtpEmail")] == [
        "body.colour is unknown",
        "body.sender.email is no str",
        "body.to is no list with something in it",
        "body.attachment[0]",
    ]


# Through the product's own queue.


def queued() -> OutgoingMail:
    return mail.queue(
        kind="interview_code", to="asha@example.com", subject="Your code", text="123456", html="<p>123456</p>"
    )


@pytest.mark.django_db
def test_the_products_mail_is_tagged_and_sent_once_though_its_worker_is_killed_after_sending(
    brevo, run_tasks
):
    row = queued()
    run_tasks()
    OutgoingMail.objects.update(status="queued", text="123456", html="<p>123456</p>")
    mail.deliver(row.pk)
    row.refresh_from_db()
    assert (row.status, row.text, len(brevo.taken)) == ("sent", "", 1)
    assert (brevo.taken[0]["tags"], brevo.taken[0]["headers"]) == (
        ["interview_code"],
        {"idempotencyKey": row.key},
    )


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("status", "tries", "then"), [(503, 2, "sent"), (429, 2, "sent"), (401, 2, "sent"), (400, 1, "failed")]
)
def test_what_may_help_is_tried_again_and_what_is_refused_is_not(brevo, run_tasks, status, tries, then):
    brevo.status = status
    row = queued()
    run_tasks()
    brevo.status = 0
    run_tasks(later=True)
    row.refresh_from_db()
    assert (row.status, row.attempts, brevo.asked) == (then, tries, tries)
    assert (f"Brevo answered {status}" in row.error) is (then == "failed")
