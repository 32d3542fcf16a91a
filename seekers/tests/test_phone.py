"""Proving a phone number by a code in a text message."""

from __future__ import annotations

import re

import pytest

from interviewer.journal.models import OutgoingMail
from seekers.models import JobSeeker
from seekers.tests.factories import JobSeekerFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def seeker(client):
    seeker = JobSeekerFactory(phone_country_code="+49", phone="30123456")
    client.force_login(seeker.user)
    return seeker


def code() -> str:
    return re.match(r"\d{6}", OutgoingMail.objects.get(kind="sms.phone_code").text)[0]


def test_a_number_is_proved_by_the_code_that_was_sent_to_it(client, seeker):
    client.post("/me/phone/", {"do": "send"})
    assert OutgoingMail.objects.get().to == "+4930123456"
    assert client.post("/me/phone/", {"code": code()}).url == "/me/profile/#phone"
    seeker.refresh_from_db()
    assert seeker.phone_verified_at is not None


def test_a_wrong_code_is_said_beside_its_field(client, seeker):
    client.post("/me/phone/", {"do": "send"})
    for typed, status in (("", 422), ("wrong", 422), (f"{(int(code()) + 1) % 10**6:06d}", 422)):
        answer = client.post("/me/phone/", {"code": typed})
        assert (answer.status_code, list(answer.context["form"].errors)) == (status, ["code"])
    seeker.refresh_from_db()
    assert seeker.phone_verified_at is None


def test_a_code_for_the_old_number_does_not_prove_the_new_one(client, seeker):
    client.post("/me/phone/", {"do": "send"})
    JobSeeker.objects.filter(pk=seeker.pk).update(phone="30123457")
    assert client.post("/me/phone/", {"code": code()}).status_code == 410
    seeker.refresh_from_db()
    assert seeker.phone_verified_at is None


def test_codes_are_not_sent_one_after_the_other(client, seeker):
    for _time in range(3):
        client.post("/me/phone/", {"do": "send"})
    assert OutgoingMail.objects.count() == 1


def test_without_a_number_there_is_nothing_to_prove(client, seeker):
    JobSeeker.objects.filter(pk=seeker.pk).update(phone="", phone_country_code="")
    assert client.get("/me/phone/").url == "/me/profile/part/phone/"
