"""Registering a company, proving the address, signing in, and a password that was forgotten."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from companies.enums import Role
from companies.models import Company, Membership
from companies.tests.factories import MembershipFactory
from interviewer.accounts.models import User
from interviewer.accounts.tests.factories import PASSWORD, UserFactory
from interviewer.journal.models import AuditEvent, OutgoingMail

pytestmark = pytest.mark.django_db
FORM = {
    "company_name": "Lumen Labs",
    "name": "Alice Menon",
    "email": "Alice@Lumen.example ",
    "password": "a long sentence of hers",
    "phone": "+91 98765 43210",
    "industry": "Software",
    "size_range": "11-50",
    "website": "https://lumen.example",
    "accept_terms": "on",
}


def mail_to(address: str) -> OutgoingMail:
    return OutgoingMail.objects.filter(to=address).latest("id")


def code_in(mail: OutgoingMail) -> str:
    return re.search(r"(?<!\d)\d{6}(?!\d)", mail.text)[0]


def test_registering_makes_user_company_and_ownership(client):
    answer = client.post("/register/", FORM)
    assert answer.status_code == 302
    assert answer.url == "/account/confirm-email/"
    membership = Membership.objects.get()
    assert (membership.user.email, membership.role) == ("alice@lumen.example", Role.OWNER)
    assert (membership.company.name, membership.company.phone) == ("Lumen Labs", "+91 98765 43210")
    assert AuditEvent.objects.filter(action="company.registered").count() == 1


def test_the_code_proves_the_address_and_signs_in(client):
    client.post("/register/", FORM)
    code = code_in(mail_to("alice@lumen.example"))
    assert client.get("/workspace/").status_code == 302
    answer = client.post("/account/confirm-email/", {"code": code})
    assert (answer.status_code, answer.url) == (302, "/start/")
    assert client.get("/workspace/").status_code == 200


def test_wrong_codes_run_out(client):
    client.post("/register/", FORM)
    code = code_in(mail_to("alice@lumen.example"))
    wrong = "000000" if code != "000000" else "111111"
    for _ in range(5):
        client.post("/account/confirm-email/", {"code": wrong})
    answer = client.post("/account/confirm-email/", {"code": code})
    assert answer.url == "/account/login/"
    assert client.get("/workspace/").status_code == 302


def test_a_known_address_is_answered_like_a_new_one_and_nothing_is_made(client):
    UserFactory(email="alice@lumen.example")
    known = client.post("/register/", FORM)
    page = client.get(known.url)
    other = Client()
    new = other.post("/register/", FORM | {"email": "new@lumen.example"})
    new_page = other.get(new.url)
    assert (known.status_code, known.url) == (new.status_code, new.url)

    def shown(answer, address):
        text = re.sub(r'(csrfmiddlewaretoken" value=|nonce=|<code>)[^>]*', "", answer.content.decode())
        return text.replace(address, "address")

    assert shown(page, "alice@lumen.example") == shown(new_page, "new@lumen.example")
    assert Company.objects.count() == 1
    assert mail_to("alice@lumen.example").subject == "You already have an account"
    assert not re.search(r"\d{6}", mail_to("alice@lumen.example").text)


def test_a_weak_password_is_refused(client):
    answer = client.post("/register/", FORM | {"password": "alice"})
    assert answer.status_code == 422
    assert "password" in answer.context["form"].errors
    assert User.objects.count() == 0


def test_terms_must_be_accepted(client):
    answer = client.post("/register/", {key: text for key, text in FORM.items() if key != "accept_terms"})
    assert list(answer.context["form"].errors) == ["accept_terms"]


def test_a_phone_number_without_country_is_refused(client):
    answer = client.post("/register/", FORM | {"phone": "12345"})
    assert list(answer.context["form"].errors) == ["phone"]


def test_signing_in_and_out(client):
    alice = MembershipFactory().user
    answer = client.post("/account/login/", {"login": alice.email.upper(), "password": PASSWORD})
    assert (answer.status_code, answer.url) == (302, "/start/")
    assert client.get("/account/logout/").status_code == 200
    assert client.get("/workspace/").status_code == 200
    client.post("/account/logout/")
    assert client.get("/workspace/").status_code == 302
    assert list(AuditEvent.objects.order_by("id").values_list("action", flat=True)) == [
        "account.signed_in",
        "account.signed_out",
    ]


def test_who_has_not_proven_the_address_is_asked_for_a_code(client):
    bob = MembershipFactory(user=UserFactory(verified=False)).user
    answer = client.post("/account/login/", {"login": bob.email, "password": PASSWORD})
    assert answer.url == "/account/confirm-email/"
    assert client.get("/workspace/").status_code == 302


def test_signing_in_says_the_same_for_a_wrong_password_and_an_unknown_address(client):
    alice = MembershipFactory().user
    wrong = client.post("/account/login/", {"login": alice.email, "password": "not this one"})
    unknown = client.post("/account/login/", {"login": "nobody@lumen.example", "password": "not this one"})
    errors = [answer.context["form"].non_field_errors() for answer in (wrong, unknown)]
    assert errors[0] == errors[1] == ["This e-mail address and password do not belong together."]


def test_five_wrong_passwords_close_the_door_for_a_while(client):
    alice = MembershipFactory().user
    for _ in range(5):
        client.post("/account/login/", {"login": alice.email, "password": "not this one"})
    answer = client.post("/account/login/", {"login": alice.email, "password": PASSWORD})
    assert answer.status_code == 200
    assert answer.context["form"].errors["__all__"] == [
        "Too many wrong attempts. Please wait five minutes and try again."
    ]


def test_too_many_registrations_get_a_429_page(client):
    for number in range(20):
        client.post("/register/", FORM | {"email": f"person{number}@lumen.example"})
    answer = client.post("/register/", FORM | {"email": "one.more@lumen.example"})
    assert answer.status_code == 429
    assert answer["Retry-After"] == "60"


def test_a_forgotten_password_is_set_anew_by_code(client):
    alice = MembershipFactory().user
    answer = client.post("/account/password/reset/", {"email": alice.email}, follow=True)
    assert alice.email in answer.content.decode()
    code = code_in(mail_to(alice.email))
    answer = client.post("/account/password/reset/confirm/", {"code": code}, follow=True)
    new = {"password1": "another long sentence", "password2": "another long sentence"}
    answer = client.post("/account/password/reset/complete/", new, follow=True)
    assert "Your password is changed" in answer.content.decode()
    assert mail_to(alice.email).subject == "Your password was reset"
    answer = client.post("/account/login/", {"login": alice.email, "password": new["password1"]})
    assert answer.url == "/start/"


def test_resetting_the_password_of_an_unknown_address_looks_the_same(client):
    answer = client.post("/account/password/reset/", {"email": "nobody@lumen.example"})
    assert (answer.status_code, answer.url) == (302, "/account/password/reset/confirm/")
    assert mail_to("nobody@lumen.example").subject == "No account with this address"


def test_somebody_signed_in_adds_a_company_to_the_account_and_only_one(client):
    bob = UserFactory()
    client.force_login(bob, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get("/workspace/").url == "/register/"
    client.post("/register/", {"company_name": "Bob's", "accept_terms": "on"})
    client.post("/register/", {"company_name": "Bob's again", "accept_terms": "on"})
    assert list(Membership.objects.values_list("company__name", "role")) == [("Bob's", "owner")]
