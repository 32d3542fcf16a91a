"""A person's own account: another address, proved and told; the browsers that are signed in."""

from __future__ import annotations

import re

import pytest
from allauth.account.models import EmailAddress
from django.core.cache import cache
from django.test import Client

from interviewer.accounts.models import User
from interviewer.accounts.services import sessions
from interviewer.accounts.tests.factories import PASSWORD, UserFactory
from interviewer.journal.models import AuditEvent, OutgoingMail

pytestmark = pytest.mark.django_db
NEW = {"email": "New@Mail.example ", "password": PASSWORD}


@pytest.fixture
def user():
    cache.clear()
    return UserFactory(email="old@mail.example")


@pytest.fixture
def browser(client, user):
    client.force_login(user)
    return client


def code_in(kind: str) -> str:
    text = OutgoingMail.objects.get(kind=kind).text
    return re.search(r"(?<!\d)\d{6}(?!\d)", text)[0]


def test_an_address_is_changed_once_the_new_one_is_proved_and_the_old_one_is_told(browser, user):
    assert browser.post("/account/email/", NEW).url == "/account/email/code/"
    user.refresh_from_db()
    assert user.email == "old@mail.example"
    assert browser.post("/account/email/code/", {"code": code_in("email_change_code")}).status_code == 302
    user.refresh_from_db()
    assert user.email == "new@mail.example"
    proven = EmailAddress.objects.filter(user=user).values_list("email", "verified", "primary")
    assert list(proven) == [("new@mail.example", True, True)]
    told = OutgoingMail.objects.get(kind="email_changed")
    assert (told.to, "new@mail" in told.text, "n…@mail.example" in told.text) == (
        "old@mail.example",
        False,
        True,
    )
    assert AuditEvent.objects.filter(action="account.email_changed").count() == 1
    assert (
        Client().post("/account/login/", {"login": "new@mail.example", "password": PASSWORD}).status_code
        == 302
    )


def test_a_known_address_is_answered_like_a_new_one(browser, user):
    UserFactory(email="known@mail.example")
    answers = []
    for browser_, email in ((browser, "known@mail.example"), (Client(), "fresh@mail.example")):
        person = user if browser_ is browser else UserFactory()
        browser_.force_login(person)
        asked = browser_.post("/account/email/", NEW | {"email": email})
        shown = browser_.get(asked.url).content.decode().replace(email, "…")
        wrong = browser_.post(asked.url, {"code": "000000x"})
        words = re.sub(r"nonce=\S+|value=\"\w{60,}\"|\S*person\d+\S*|old@\S+", "", shown)
        answers.append(
            (
                asked.status_code,
                asked.url,
                re.sub(r"<header.*?</header>", "", words, flags=re.S),
                wrong.status_code,
            )
        )
    assert answers[0] == answers[1]
    assert OutgoingMail.objects.get(to="known@mail.example").kind == "email_change_known"
    assert re.search(r"\b\d{6}\b", OutgoingMail.objects.get(to="known@mail.example").text) is None


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"password": "wrong"}, "password"),
        ({"password": ""}, "password"),
        ({"email": "nobody"}, "email"),
        ({"email": "OLD@mail.example"}, "email"),
    ],
)
def test_bad_input_is_said_beside_its_field(browser, change, field):
    answer = browser.post("/account/email/", NEW | change)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert OutgoingMail.objects.count() == 0


def test_a_code_for_one_address_does_not_prove_another(browser, user):
    browser.post("/account/email/", NEW)
    code = code_in("email_change_code")
    session = browser.session
    session["email_change"] = "other@mail.example"
    session.save()
    answer = browser.post("/account/email/code/", {"code": code})
    assert (answer.status_code, list(answer.context["form"].errors)) == (410, ["code"])
    user.refresh_from_db()
    assert user.email == "old@mail.example"


def test_an_address_that_became_an_account_meanwhile_is_not_taken(browser, user):
    browser.post("/account/email/", NEW)
    UserFactory(email="new@mail.example")
    answer = browser.post("/account/email/code/", {"code": code_in("email_change_code")})
    assert answer.status_code == 410
    assert User.objects.get(pk=user.pk).email == "old@mail.example"
    assert EmailAddress.objects.filter(user=user, verified=True).count() == 1


def test_passwords_can_not_be_guessed_here(browser):
    answers = [browser.post("/account/email/", NEW | {"password": "wrong"}).status_code for _try in range(12)]
    assert (answers[0], answers[-1]) == (422, 429)


def signed_in(user, agent: str) -> Client:
    browser = Client(headers={"user-agent": agent})
    browser.post("/account/login/", {"login": user.email, "password": PASSWORD})
    return browser


FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
EDGE = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0"


def is_in(browser: Client) -> bool:
    return browser.get("/account/security/").status_code == 200


def test_browsers_that_are_signed_in_are_named_and_can_be_signed_out(user):
    here, there = signed_in(user, FIREFOX), signed_in(user, EDGE)
    listed = here.get("/account/security/").context["sessions"]
    assert [(one.browser, one.is_this) for one in listed] == [
        ("Firefox on Linux", True),
        ("Edge on Windows", False),
    ]
    assert here.post("/account/sessions/end/", {"which": listed[1].number}).status_code == 302
    assert (is_in(here), is_in(there)) == (True, False)


@pytest.mark.parametrize(("which", "stays"), [("others", True), ("everywhere", False)])
def test_everywhere_means_everywhere(user, which, stays):
    here, there, stranger = signed_in(user, FIREFOX), signed_in(user, EDGE), signed_in(UserFactory(), EDGE)
    here.post("/account/sessions/end/", {"which": which})
    assert (is_in(here), is_in(there), is_in(stranger)) == (stays, False, True)


def test_anothers_session_can_not_be_ended(browser, rf):
    other = UserFactory()
    there = signed_in(other, EDGE)
    number = there.get("/account/security/").context["sessions"][0].number
    for which in (number, "x", "9" * 30, ""):
        assert browser.post("/account/sessions/end/", {"which": which}).status_code == 404
    assert is_in(there)


def test_a_program_that_says_nothing_of_itself_has_a_name_too():
    assert (sessions.named(""), sessions.named("curl/8")) == ("Unknown program", "Unknown program")
