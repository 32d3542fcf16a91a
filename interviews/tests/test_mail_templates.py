"""Every e-mail template, in every language: subject, text and HTML without what was left over."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import override

from interviewer.env import BASE_DIR
from interviewer.integrations import mail
from interviews.tests.factories import InterviewFactory

pytestmark = pytest.mark.django_db
LANGUAGES = [code for code, _name in settings.LANGUAGES]
FOLDER = BASE_DIR / "templates"
OURS = sorted(path.name.removesuffix(".subject.txt") for path in FOLDER.glob("emails/*.subject.txt"))
ACCOUNT = sorted(
    path.name.removesuffix("_subject.txt") for path in FOLDER.glob("account/email/*_subject.txt")
)
LEFT_OVER = re.compile(r"\{\{|\{%|%\(|\bNone\b|\bFalse\b|&amp;amp;|<function|https?:///")


class Links(HTMLParser):
    """The addresses of an HTML text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value or "" for name, value in attrs if name in {"href", "src"}]


def context() -> dict[str, object]:
    """What the product gives to its templates, with characters that a template may spoil."""
    interview = InterviewFactory(first_name="Asha & Ravi")
    interview.job.company.name = "O'Neil & Söhne"
    link = f"{settings.SITE_URL}/i/{interview.link_token}/"
    return {
        "code": "012345",
        "interview": interview,
        "job": interview.job,
        "company": interview.job.company,
        "company_name": interview.job.company.name,
        "name": interview.first_name,
        "message": "Bring <b>questions</b>.",
        "sender": "Bob",
        "candidate": "Asha & Ravi Rao",
        "letter_subject": "O'Neil & Söhne: the next step",
        "letter_body": "Hello Asha & Ravi,\n\nwe go on.",
        "company_email": "hello@oneil.example",
        "subject": "About O'Neil & Söhne",
        "body": "Hello,\nbring <b>questions</b>.",
        "stages": ["Quiz"],
        "expires_at": timezone.now(),
        "href": link,
        "off": f"{link}reminders/",
        "title": "O'Neil & Söhne is verified",
        "text": "The identity document was checked.",
        "search": SimpleNamespace(name="python & go"),
        "jobs": [(SimpleNamespace(title="C & C++", company_name="O'Neil & Söhne", place="Pune"), link)],
        "off_url": f"{link}reminders/",
        "email": "asha@example.com",
        "site_url": settings.SITE_URL,
        "password_reset_url": link,
        "activate_url": link,
        "timestamp": timezone.now(),
        "ip": "203.0.113.7",
        "user_agent": "Firefox",
    }


def check(subject: str, text: str, html: str) -> None:
    for part in (subject, text, html):
        assert part.strip()
        assert LEFT_OVER.search(part) is None, part
    assert ("\n" in subject.strip(), len(subject) < 150) == (False, True)
    assert ("&amp;" in text, "&amp;" in subject, "<p" in text) == (False, False, False)
    links = Links(html).found
    assert [link for link in links if not link.startswith(("http://", "https://", "mailto:"))] == []
    for link in (link for link in links if link.startswith("http")):
        assert link in text.replace("&amp;", "&"), f"{link} is in the HTML and not in the text"


def test_every_template_is_found():
    assert {"interview_code", "invitation", "reminder"} <= set(OURS)
    assert {"password_reset_code", "email_confirmation", "unknown_account"} <= set(ACCOUNT)
    whole = {path.name for path in FOLDER.glob("emails/[!_]*") if not path.name.startswith("layout")}
    assert whole == {f"{kind}{end}" for kind in OURS for end in (".subject.txt", ".txt", ".html")}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", OURS)
def test_an_e_mail_of_ours_is_whole(kind, language):
    row = mail.send(kind=kind, to="asha@example.com", context=context(), language=language)
    check(row.subject, row.text, row.html)
    assert "<b>questions" not in row.html


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ACCOUNT)
def test_an_e_mail_about_an_account_is_whole(kind, language):
    values = context()
    with override(language):
        subject = render_to_string(f"account/email/{kind}_subject.txt", values)
        text = render_to_string(f"account/email/{kind}_message.txt", values)
        html = render_to_string(f"account/email/{kind}_message.html", values)
    check(subject, text, html)
