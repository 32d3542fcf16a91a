"""One-time codes and the first superuser."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command

from interviewer.accounts.models import AdminUser, OneTimeCode, User
from interviewer.accounts.services import codes, users
from interviewer.accounts.tests.factories import UserFactory
from interviewer.errors import Gone, Invalid, TooMany

pytestmark = pytest.mark.django_db
NOON = "2026-03-01 12:00+00:00"


@pytest.fixture(autouse=True)
def hashers(settings):
    """As in production: codes are hashed by a slow function, whatever the tests use for passwords."""
    settings.PASSWORD_HASHERS = [
        "django.contrib.auth.hashers.Argon2PasswordHasher",
        "django.contrib.auth.hashers.PBKDF2PasswordHasher",
    ]


@pytest.fixture
def clock():
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


def wrong(code: str) -> str:
    return f"{(int(code) + 1) % 1_000_000:06d}"


def test_a_code_is_six_digits_kept_as_a_hash_and_works_once(clock):
    code = codes.issue(purpose="p", address="Asha@Example.com ")
    row = OneTimeCode.objects.get()
    assert (len(code), code.isdigit(), code in row.code_hash, row.address) == (
        6,
        True,
        False,
        "asha@example.com",
    )
    assert codes.check(purpose="p", typed=f" {code[:3]} {code[3:]}", address="asha@example.com").pk == row.pk
    with pytest.raises(Gone):
        codes.check(purpose="p", typed=code)


def test_a_code_lives_ten_minutes(clock):
    code = codes.issue(purpose="p", address="a@example.com")
    clock.shift(codes.LIFETIME)
    with pytest.raises(Gone):
        codes.check(purpose="p", typed=code)


def test_after_five_wrong_tries_the_right_code_is_refused_too(clock):
    code = codes.issue(purpose="p", address="a@example.com")
    for left in (4, 3, 2, 1, 0):
        with pytest.raises(Invalid, match=f"Tries left: {left}"):
            codes.check(purpose="p", typed=wrong(code))
    with pytest.raises(Gone, match="Too many wrong codes"):
        codes.check(purpose="p", typed=code)


def test_a_code_proves_nothing_elsewhere(clock):
    code = codes.issue(purpose="p", address="a@example.com")
    for where in ({"purpose": "other"}, {"purpose": "p", "address": "b@example.com"}):
        with pytest.raises(Gone):
            codes.check(typed=code, **where)


def test_the_newest_code_is_the_valid_one(clock):
    old = codes.issue(purpose="p", address="a@example.com")
    clock.shift(codes.PAUSE)
    new = codes.issue(purpose="p", address="a@example.com")
    if old != new:
        with pytest.raises(Invalid):
            codes.check(purpose="p", typed=old)
    assert codes.check(purpose="p", typed=new).used_at is not None


def test_codes_are_sent_with_pauses_and_five_times_an_hour(clock):
    codes.issue(purpose="p", address="a@example.com")
    with pytest.raises(TooMany) as soon:
        codes.issue(purpose="p", address="a@example.com")
    assert soon.value.retry_after_seconds == 31
    for _ in range(4):
        clock.shift(codes.PAUSE)
        codes.issue(purpose="p", address="a@example.com")
    clock.shift(codes.PAUSE)
    with pytest.raises(TooMany, match="in an hour"):
        codes.issue(purpose="p", address="a@example.com")
    clock.shift(timedelta(hours=1))
    assert len(codes.issue(purpose="p", address="a@example.com")) == 6


def test_strangers_can_not_flood_an_address_nor_keep_its_holder_out(clock):
    for number in range(codes.MAX_SENDS_PER_ADDRESS_PER_HOUR):
        codes.issue(purpose=f"p{number}", address="a@example.com")
    with pytest.raises(TooMany):
        codes.issue(purpose="one-more", address="a@example.com")
    assert len(codes.issue(purpose="invited", address="a@example.com", is_trusted_address=True)) == 6


def test_the_first_superuser_comes_from_the_environment_once(settings, client):
    settings.ADMIN_EMAIL, settings.ADMIN_PASSWORD = "Root@Example.com", "a long enough phrase"
    for _ in range(2):
        call_command("ensure_admin")
    user = AdminUser.objects.get()
    assert (user.email, user.is_superuser, user.check_password("a long enough phrase")) == (
        "root@example.com",
        True,
        True,
    )
    answer = client.post("/account/login/", {"login": user.email, "password": "a long enough phrase"})
    assert answer.status_code == 302


@pytest.mark.parametrize(
    ("email", "password"), [("", ""), ("root@example.com", ""), ("", "a long enough phrase")]
)
def test_without_both_variables_there_is_no_superuser(settings, email, password):
    settings.ADMIN_EMAIL, settings.ADMIN_PASSWORD = email, password
    with pytest.raises(CommandError, match="Set ADMIN_EMAIL and ADMIN_PASSWORD"):
        call_command("ensure_admin")
    assert User.objects.count() == 0


@pytest.mark.parametrize("password", ["admin", "password123", "1234567890", "root@example.com"])
def test_a_weak_password_makes_no_superuser(password):
    with pytest.raises(ValidationError):
        users.ensure_admin(email="root@example.com", password=password)
    assert User.objects.count() == 0


def test_an_account_that_is_there_is_left_as_it_is():
    alice = UserFactory(email="alice@example.com")
    assert users.ensure_admin(email="Alice@example.com", password="a long enough phrase") is None
    assert User.objects.get().is_superuser is False
    assert User.objects.get().password == alice.password
