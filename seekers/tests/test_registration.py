"""Registering as a job seeker, and where people go after signing in."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.utils import timezone

from companies.models import Membership
from companies.tests.factories import MembershipFactory
from interviewer.accounts.models import User
from interviewer.accounts.tests.factories import UserFactory
from interviewer.journal.models import AuditEvent, OutgoingMail
from seekers.models import JobSeeker
from seekers.tests.factories import JobSeekerFactory

pytestmark = pytest.mark.django_db
FORM = {
    "name": "Asha de Souza",
    "email": "Asha@Mail.example ",
    "password": "a long sentence of hers",
    "accept_terms": "on",
}


def test_registering_makes_an_account_with_a_profile_and_the_code_leads_home(client):
    answer = client.post("/join/", FORM)
    assert (answer.status_code, answer.url) == (302, "/account/confirm-email/")
    seeker = JobSeeker.objects.get()
    assert (seeker.user.email, seeker.first_name, seeker.last_name) == (
        "asha@mail.example",
        "Asha",
        "de Souza",
    )
    assert Membership.objects.count() == 0
    assert AuditEvent.objects.filter(action="seeker.registered").count() == 1
    code = re.search(r"(?<!\d)\d{6}(?!\d)", OutgoingMail.objects.get(to="asha@mail.example").text)[0]
    answer = client.post("/account/confirm-email/", {"code": code}, follow=True)
    assert answer.redirect_chain == [("/start/", 302), ("/me/", 302)]


def test_a_known_address_is_answered_like_a_new_one_and_nothing_is_made(client):
    UserFactory(email="asha@mail.example")
    known, new = client.post("/join/", FORM), Client().post("/join/", FORM | {"email": "new@mail.example"})
    assert (known.status_code, known.url) == (new.status_code, new.url)
    assert list(JobSeeker.objects.values_list("user__email", flat=True)) == ["new@mail.example"]


@pytest.mark.parametrize(
    ("field", "value"), [("name", ""), ("email", "asha"), ("password", "12345678"), ("accept_terms", "")]
)
def test_bad_input_is_said_beside_its_field_and_the_rest_stays(client, field, value):
    answer = client.post("/join/", FORM | {field: value})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert ("Asha de Souza" in answer.content.decode()) == (field != "name")
    assert User.objects.count() == 0


def test_who_is_signed_in_adds_a_profile_to_the_account(client):
    recruiter = MembershipFactory().user
    client.force_login(recruiter)
    answer = client.post("/join/", {"name": "Bob Rao", "accept_terms": "on"})
    assert (answer.status_code, answer.url) == (302, "/me/")
    assert JobSeeker.objects.for_user(recruiter).count() == 1
    assert client.get("/join/").url == "/me/"


@pytest.mark.parametrize(
    ("kind", "place"), [("member", "/workspace/"), ("seeker", "/me/"), ("other", "/register/")]
)
def test_everybody_starts_where_they_belong(client, kind, place):
    user = {
        "member": lambda: MembershipFactory().user,
        "seeker": lambda: JobSeekerFactory().user,
        "other": UserFactory,
    }[kind]()
    client.force_login(user)
    assert client.get("/start/").url == place


@pytest.mark.parametrize(("field", "status"), [("suspended_at", 403), ("deleted_at", 302)])
def test_a_profile_that_was_stopped_or_deleted_opens_nothing(client, field, status):
    seeker = JobSeekerFactory(**{field: timezone.now()})
    client.force_login(seeker.user)
    assert client.get("/me/").status_code == status
