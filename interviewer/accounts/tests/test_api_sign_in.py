"""Programs sign in, refresh and sign out; stolen, old and forged tokens are worth nothing."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.hashers import BasePasswordHasher
from django.utils import timezone

from interviewer.accounts.models import ApiSession
from interviewer.accounts.tests.factories import PASSWORD, UserFactory
from interviewer.journal.models import AuditEvent

pytestmark = pytest.mark.django_db
SESSIONS, REFRESHES, ME = "/api/v1/auth/sessions/", "/api/v1/auth/refreshes/", "/api/v1/auth/me/"


def send(client, url, body):
    return client.post(url, json.dumps(body), content_type="application/json")


def sign_in(client, email, password=PASSWORD):
    return send(client, SESSIONS, {"email": email, "password": password})


def bearer(token):
    return {"authorization": f"Bearer {token}"}


@pytest.fixture
def user():
    return UserFactory(email="alice@example.com")


@pytest.fixture
def tokens(client, user):
    return sign_in(client, user.email).json()


def test_signing_in_gives_tokens_that_say_who_one_is(client, user):
    answer = sign_in(client, " Alice@Example.com ")
    assert answer.status_code == 201
    assert answer["Location"] == f"{SESSIONS}{answer.json()['session']['uid']}/"
    assert (answer["Cache-Control"], answer.json()["expires_in"]) == ("no-store", 600)
    me = client.get(ME, headers=bearer(answer.json()["access"]))
    assert (me.status_code, me.json()["email"], me.json()["uid"]) == (200, user.email, str(user.uid))


def test_a_wrong_password_and_an_unknown_address_are_answered_the_same_after_as_much_work(
    client, user, monkeypatch, settings
):
    worked = []
    hasher = "django.contrib.auth.hashers.MD5PasswordHasher"
    from django.contrib.auth import hashers

    kind: type[BasePasswordHasher] = hashers.MD5PasswordHasher
    plain = kind.encode
    monkeypatch.setattr(kind, "encode", lambda self, *given: worked.append(1) or plain(self, *given))
    assert settings.PASSWORD_HASHERS[0] == hasher
    answers, costs = [], []
    for email in (user.email, "nobody@example.com"):
        worked.clear()
        answers.append(sign_in(client, email, "wrong"))
        costs.append(len(worked))
    told = [{k: v for k, v in answer.json().items() if k != "request_id"} for answer in answers]
    assert (told[0]["status"], told[0]["code"]) == (401, "wrong-credentials")
    assert told[0] == told[1]
    assert costs == [1, 1]


def test_a_switched_off_account_looks_like_a_wrong_password(client, user):
    user.is_active = False
    user.save()
    assert sign_in(client, user.email).json()["code"] == "wrong-credentials"


def test_an_unproven_address_is_told_only_to_who_knows_the_password(client):
    user = UserFactory(verified=False)
    assert sign_in(client, user.email).status_code == 403
    assert sign_in(client, user.email, "wrong").json()["code"] == "wrong-credentials"


def test_refreshing_rotates_and_a_token_that_comes_twice_ends_the_sign_in(client, tokens):
    new = send(client, REFRESHES, {"refresh": tokens["refresh"]}).json()
    assert client.get(ME, headers=bearer(new["access"])).status_code == 200
    again = send(client, REFRESHES, {"refresh": tokens["refresh"]})
    assert (again.status_code, again.json()["code"]) == (401, "token-not-valid")
    for token in (new["access"], tokens["access"]):
        assert client.get(ME, headers=bearer(token)).status_code == 401
    assert send(client, REFRESHES, {"refresh": new["refresh"]}).status_code == 401
    assert ApiSession.objects.values_list("why_revoked", flat=True)[0] == "used twice"
    assert AuditEvent.objects.filter(action="account.refresh_token_reused").count() == 1


def test_signing_out_ends_the_tokens_at_once_and_nobody_elses(client, tokens):
    other = UserFactory()
    theirs = sign_in(client, other.email).json()
    url = f"{SESSIONS}{tokens['session']['uid']}/"
    assert client.delete(url, headers=bearer(theirs["access"])).status_code == 404
    assert client.delete(url, headers=bearer(tokens["access"])).status_code == 204
    assert client.get(ME, headers=bearer(tokens["access"])).status_code == 401
    assert client.get(ME, headers=bearer(theirs["access"])).status_code == 200


def test_the_list_names_the_own_sign_ins_only(client, user, tokens):
    sign_in(client, UserFactory().email)
    listed = client.get(SESSIONS, headers=bearer(tokens["access"])).json()
    assert [row["uid"] for row in listed["results"]] == [tokens["session"]["uid"]]


def test_a_new_password_ends_every_token(client, user, tokens):
    user.set_password("another horse battery")
    user.save()
    assert client.get(ME, headers=bearer(tokens["access"])).status_code == 401
    assert send(client, REFRESHES, {"refresh": tokens["refresh"]}).status_code == 401


def test_an_access_token_ends_after_minutes_and_a_refresh_token_after_days(client, tokens):
    with time_machine.travel(timezone.now() + timedelta(minutes=11)):
        assert client.get(ME, headers=bearer(tokens["access"])).status_code == 401
    with time_machine.travel(timezone.now() + timedelta(days=15)):
        assert send(client, REFRESHES, {"refresh": tokens["refresh"]}).status_code == 401


@pytest.mark.parametrize("kind", ["forged", "none", "swapped", "garbage", "basic", "bytes"])
def test_tokens_that_are_none(client, tokens, kind):
    head, body, signature = tokens["access"].split(".")
    header = {
        "forged": f"Bearer {head}.{body}.{signature[::-1]}",
        "none": f"Bearer eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.{body}.",
        "swapped": f"Bearer {tokens['refresh']}",
        "garbage": "Bearer x",
        "basic": "Basic YTpi",
        "bytes": "Bearer \xff\xfe",
    }[kind]
    answer = client.get(ME, headers={"authorization": header})
    assert (answer.status_code, answer.json()["code"]) == (401, "token-not-valid")
    assert answer["WWW-Authenticate"] == 'Bearer realm="api"'


def test_an_access_token_refreshes_nothing(client, tokens):
    assert send(client, REFRESHES, {"refresh": tokens["access"]}).status_code == 401


def test_guessing_is_slowed_down_for_an_address_from_wherever_it_comes(client, user):
    answers = [
        client.post(
            SESSIONS, json.dumps({"email": user.email, "password": "x"}), content_type="application/json",
            REMOTE_ADDR=f"203.0.113.{number}",
        )
        for number in range(21)
    ]  # fmt: skip
    assert {answer.status_code for answer in answers[:20]} == {401}
    assert (answers[20].status_code, answers[20].json()["code"]) == (429, "too-many")
    assert int(answers[20]["Retry-After"]) in range(1, 302)


def test_a_session_cookie_is_enough_to_read_and_needs_the_mark_to_change(user):
    from django.test import Client

    browser = Client(enforce_csrf_checks=True)
    browser.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    assert browser.get(ME).status_code == 200
    session = send(Client(), SESSIONS, {"email": user.email, "password": PASSWORD}).json()["session"]
    refused = browser.delete(f"{SESSIONS}{session['uid']}/")
    assert (refused.status_code, refused.json()["code"]) == (403, "forged")
    browser.get("/account/password/change/")
    mark = browser.cookies["csrftoken"].value
    assert browser.delete(f"{SESSIONS}{session['uid']}/", headers={"x-csrftoken": mark}).status_code == 204
