"""A candidate on the way in, for tests: a browser without JavaScript that presses the buttons a page offers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from django.http import HttpResponse
from django.test import Client

from interviewer.journal.models import OutgoingMail
from interviews.enums import InterviewSource, InterviewStatus, Stage
from interviews.models import Interview
from interviews.services import stages
from interviews.tests.factories import InterviewFactory

CODE = re.compile(r"\b(\d{6})\b")


@dataclass
class Form:
    """A form of a page: where it goes, what it holds, and its buttons by their text."""

    action: str
    method: str
    values: dict[str, list[str]] = field(default_factory=dict)
    fields: set[str] = field(default_factory=set)
    buttons: dict[str, tuple[str, str]] = field(default_factory=dict)


class _Forms(HTMLParser):
    """Collects the forms of a page; buttons may stand outside and name their form."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self._ids: dict[str, Form] = {}
        self._form: Form | None = None
        self._text: list[str] | None = None
        self._ended: object = None
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._form = Form(given.get("action", ""), given.get("method", "get"))
            self.forms.append(self._form)
            self._ids[given.get("id", "")] = self._form
        form = self._ids.get(given["form"]) if "form" in given else self._form
        if form is None or "disabled" in given:
            return
        name = given.get("name", "")
        if tag == "button":
            self._collect(lambda text: form.buttons.update({text: (name, given.get("value", ""))}))
        elif tag == "textarea":
            self._collect(lambda text: form.values.update({name: [text]}))
        if tag in {"input", "textarea"} and name:
            form.fields.add(name)
            is_choice = given.get("type") in {"checkbox", "radio"}
            if tag == "input" and given.get("type") != "file" and (not is_choice or "checked" in given):
                form.values.setdefault(name, []).append(given.get("value", "on" if is_choice else ""))

    def _collect(self, ended: object) -> None:
        self._text, self._ended = [], ended

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._form = None
        if tag in {"button", "textarea"} and self._text is not None:
            text = "".join(self._text)
            self._ended(" ".join(text.split()) if tag == "button" else text.removeprefix("\n"))
            self._text = None


def forms_of(page: HttpResponse) -> list[Form]:
    """The forms of a page."""
    return _Forms(page.content.decode()).forms


@dataclass
class Browser:
    """Goes where links lead and presses buttons; `page` is what is shown, `at` its address."""

    client: Client = field(default_factory=Client)
    page: HttpResponse | None = None
    at: str = ""

    @property
    def text(self) -> str:
        """What the page holds, tags included."""
        return self.page.content.decode()

    def opens(self, url: str) -> Browser:
        """Open an address and follow redirects."""
        return self._shows(self.client.get(url, follow=True), url)

    def presses(self, button: str, **typed: object) -> Browser:
        """Send the form that holds this button, with what it holds already and what is typed over it."""
        form = next(form for form in forms_of(self.page) if button in form.buttons)
        assert form.method == "post", "only posts change anything"
        unknown = set(typed) - form.fields
        assert not unknown, f"the page does not offer {unknown}"
        name, value = form.buttons[button]
        sent = {**form.values, **({name: value} if name else {}), **typed}
        url = form.action or self.at
        return self._shows(self.client.post(url, sent, follow=True), url)

    def _shows(self, page: HttpResponse, url: str) -> Browser:
        self.page = page
        self.at = page.redirect_chain[-1][0] if page.redirect_chain else url
        return self


def link(interview: Interview, rest: str = "") -> str:
    """The address of a page of the interview."""
    return f"/i/{interview.link_token}/{rest}"


def newest_code(address: str) -> str:
    """The code in the newest e-mail to the address, before it is delivered."""
    mail = OutgoingMail.objects.filter(kind="interview_code", to=address).order_by("-pk").first()
    return CODE.search(mail.text)[1]


def wrong_for(code: str) -> str:
    """A code that is not this one."""
    return "111111" if code != "111111" else "222222"


def walk_in(job: object, **values: object) -> Interview:
    """Somebody who came by the public link and has typed nothing yet."""
    blank = {"first_name": "", "last_name": "", "email": "", "source": InterviewSource.PUBLIC_LINK}
    return InterviewFactory(job=job, **blank | values)


def stage_of(interview: Interview) -> Stage | None:
    """The stage as the database has it now."""
    return stages.current(Interview.objects.get(pk=interview.pk))


def is_in_progress(interview: Interview) -> bool:
    """Whether the interview goes on, as the database has it now."""
    interview.refresh_from_db()
    return interview.status == InterviewStatus.IN_PROGRESS
