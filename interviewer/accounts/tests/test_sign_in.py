"""Signing in and setting a new password over HTTP: nobody learns who has an account, codes and sessions end."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
import time_machine
from django.core import mail as django_mail
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from interviewer.accounts.tests.factories import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db
LOGIN, RESET, CONFIRM = "/account/login/", "/account/password/reset/", "/account/password/reset/confirm/"
NEW = "a new and long secret 7"


@pytest.fixture(autouse=True)
def no_limits_left_over():
    cache.clear()


def signed_in(user) -> Client:
    client = Client()
    answer = client.post(LOGIN, {"login": user.email, "password": PASSWORD})
    assert answer.status_code == 302
    return client


def asks_for_reset(client: Client, email: str):
    return client.post(RESET, {"email": email}, follow=True)


def code_of_the_newest_mail() -> str:
    return re.search(r"(?<!\d)\d{6}(?!\d)", django_mail.outbox[-1].body)[0]


def shape(page: bytes, email: str) -> str:
    """The page without what differs in any two answers."""
    text = page.decode().replace(email, "ADDRESS")
    text = re.sub(r'(csrfmiddlewaretoken" value=|nonce=|"X-CSRFToken": ?)"[^"]*"', "", text)
    return re.sub(r"[0-9a-f]{16,}", "", text)


def test_a_known_and_an_unknown_address_get_the_same_answer_and_one_mail_each(run_tasks):
    user = UserFactory()
    answers = []
    for email in (user.email, "nobody@example.com"):
        answer = asks_for_reset(Client(), email)
        answers.append((answer.status_code, answer.redirect_chain, shape(answer.content, email)))
    assert answers[0] == answers[1]
    run_tasks()
    assert [sent.to for sent in django_mail.outbox] == [[user.email], ["nobody@example.com"]]
    assert re.search(r"(?<!\d)\d{6}(?!\d)", django_mail.outbox[1].body) is None


def test_a_wrong_password_and_an_unknown_address_get_the_same_answer():
    user = UserFactory()
    pages = []
    for email in (user.email, "nobody@example.com"):
        answer = Client().post(LOGIN, {"login": email, "password": "wrong wrong wrong"})
        pages.append((answer.status_code, shape(answer.content, email)))
    assert pages[0] == pages[1]


def test_a_new_password_ends_every_other_session_and_the_old_password(run_tasks):
    user = UserFactory()
    elsewhere, here = signed_in(user), Client()
    asks_for_reset(here, user.email)
    run_tasks()
    code = code_of_the_newest_mail()
    here.post(CONFIRM, {"code": code}, follow=True)
    answer = here.post("/account/password/reset/complete/", {"password1": NEW, "password2": NEW}, follow=True)
    user.refresh_from_db()
    assert (answer.status_code, user.check_password(NEW)) == (200, True)
    assert elsewhere.get("/account/password/change/").status_code == 302
    assert Client().post(LOGIN, {"login": user.email, "password": PASSWORD}).status_code == 200
    assert Client().post(LOGIN, {"login": user.email, "password": NEW}).status_code == 302
    again = here.post(CONFIRM, {"code": code}, follow=True)
    assert "password1" not in again.content.decode()


def test_a_code_holds_for_ten_minutes_and_in_the_browser_that_asked(run_tasks):
    user, client = UserFactory(), Client()
    asks_for_reset(client, user.email)
    run_tasks()
    code = code_of_the_newest_mail()
    assert "password1" not in Client().post(CONFIRM, {"code": code}, follow=True).content.decode()
    with time_machine.travel(timezone.now() + timedelta(minutes=11), tick=True):
        assert "password1" not in client.post(CONFIRM, {"code": code}, follow=True).content.decode()


def test_a_code_can_be_guessed_at_five_times(run_tasks):
    user, client = UserFactory(), Client()
    asks_for_reset(client, user.email)
    run_tasks()
    code = code_of_the_newest_mail()
    for number in range(5):
        client.post(CONFIRM, {"code": f"{(int(code) + 1 + number) % 1_000_000:06d}"})
    assert "password1" not in client.post(CONFIRM, {"code": code}, follow=True).content.decode()


def test_guessing_a_password_is_stopped_though_the_right_one_comes():
    user = UserFactory()
    for _number in range(12):
        Client().post(LOGIN, {"login": user.email, "password": "wrong wrong wrong"})
    answer = Client().post(LOGIN, {"login": user.email, "password": PASSWORD})
    assert answer.status_code in {200, 429}
    assert "Too many" in answer.content.decode()


def test_an_account_that_is_switched_off_can_not_sign_in():
    user = UserFactory(is_active=False)
    client = Client()
    client.post(LOGIN, {"login": user.email, "password": PASSWORD})
    assert "_auth_user_id" not in client.session
