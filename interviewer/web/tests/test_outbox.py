"""The outbox page: what was written to disk, as text that can do nothing."""

from __future__ import annotations

import pytest
from django.core.mail import EmailMultiAlternatives, get_connection

pytestmark = pytest.mark.django_db


def test_the_outbox_shows_a_mail_as_text_whatever_is_in_it(client, settings, tmp_path):
    settings.DEBUG, settings.MAIL_ENGINE, settings.EMAIL_FILE_PATH = True, "outbox", tmp_path
    message = EmailMultiAlternatives(
        "<script>alert(1)</script>",
        "Hi <img src=x onerror=alert(2)> https://a.example/",
        to=["a@example.com"],
    )
    message.attach_alternative("<script>alert(3)</script>", "text/html")
    get_connection("django.core.mail.backends.filebased.EmailBackend").send_messages([message])
    (path,) = tmp_path.glob("*.log")
    for address in ("/outbox/", f"/outbox/{path.name}/"):
        page = client.get(address).content.decode()
        assert ("alert(1)&lt;" in page, "<img src=x" in page, "alert(3)" in page) == (True, False, False)
        assert "<script>alert" not in page
    assert client.get("/outbox/..%2f..%2fmanage.py/").status_code == 404
    settings.MAIL_ENGINE = "smtp"
    assert client.get("/outbox/").status_code == 404
