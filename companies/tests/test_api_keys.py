"""Keys of a company's servers: shown once, kept as a hash, scoped, revocable, and gone with who made them."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from companies.enums import Role
from companies.models import ApiKey
from companies.tests.api_client import Program, at_work, program_of, with_key
from companies.tests.factories import CompanyFactory, MembershipFactory

pytestmark = pytest.mark.django_db
KEYS = "/api-keys/"


@pytest.fixture
def alice():
    return MembershipFactory(role=Role.OWNER)


@pytest.fixture
def owner(alice):
    return program_of(alice.user)


def make(owner, *scopes, **more):
    return owner.post(KEYS, {"name": "Report", "scopes": list(scopes) or ["company:read"], **more})


def test_a_key_is_shown_once_and_kept_as_a_hash(alice, owner):
    answer = make(owner)
    secret = answer.json()["secret"]
    assert (answer.status_code, answer["Cache-Control"]) == (201, "no-store")
    row = ApiKey.objects.get()
    assert secret.startswith(f"{row.prefix}_")
    assert secret.split("_")[-1] not in str(vars(row))
    shown = owner.get(answer["Location"]).json()
    assert sorted(shown) == [
        "created_at", "expires_at", "last_used_at", "made_by", "name", "prefix", "revoked_at", "scopes", "uid",
    ]  # fmt: skip
    assert Program(secret).get("/companies/").json()["count"] == 1
    assert ApiKey.objects.get().last_used_at is not None


def test_a_key_does_what_its_scopes_say(alice):
    server = with_key(alice, "company:read")
    assert server.get(f"/companies/{alice.company.uid}/").status_code == 200
    refused = server.patch(f"/companies/{alice.company.uid}/", {"tagline": "New"})
    assert (refused.status_code, refused.json()["detail"]) == (403, "This key lacks the scope company:write.")
    assert server.get(KEYS).status_code == 403
    assert server.get("/auth/me/").status_code == 401


def test_a_key_is_dead_once_revoked_expired_or_its_maker_gone(alice, owner):
    revoked = make(owner).json()
    assert owner.delete(f"{KEYS}{revoked['uid']}/").status_code == 204
    assert Program(revoked["secret"]).get("/companies/").json()["code"] == "token-not-valid"
    short = Program(make(owner, days=1).json()["secret"])
    assert short.get("/companies/").status_code == 200
    with time_machine.travel(timezone.now() + timedelta(days=2)):
        assert short.get("/companies/").status_code == 401
    alice.removed_at = timezone.now()
    alice.save()
    assert short.get("/companies/").status_code == 401


@pytest.mark.parametrize("text", ["aik_", "aik_x", "aik_00000000_wrong", f"aik_{'0' * 300}_x"])
def test_an_invented_key_is_not_valid(text):
    assert Program(text).get("/companies/").status_code == 401


def test_a_key_of_another_company_is_not_there(alice, owner):
    other = program_of(MembershipFactory(role=Role.OWNER).user)
    key = make(owner).json()
    assert other.delete(f"{KEYS}{key['uid']}/").status_code == 404
    assert ApiKey.objects.get().revoked_at is None
    assert other.get(KEYS).json()["results"] == []


@pytest.mark.parametrize("role", [Role.RECRUITER, Role.REVIEWER])
def test_only_owners_have_to_do_with_keys(alice, role):
    assert at_work(alice.company, role).get(KEYS).status_code == 403
    assert make(at_work(alice.company, role)).status_code == 403


@pytest.mark.parametrize(
    ("wrong", "pointer"),
    [
        ({"scopes": ["root"]}, "/scopes/0"),
        ({"scopes": []}, "/scopes"),
        ({"days": 0}, "/days"),
        ({"name": " "}, "/name"),
    ],
)
def test_what_is_wrong_is_named(owner, wrong, pointer):
    answer = owner.post(KEYS, {"name": "Report", "scopes": ["company:read"], **wrong})
    assert (answer.status_code, [one["pointer"] for one in answer.json()["errors"]]) == (422, [pointer])


def test_who_is_in_two_companies_names_the_one_to_act_for(alice, owner):
    second = CompanyFactory(name="Second")
    MembershipFactory(company=second, user=alice.user, role=Role.REVIEWER)
    assert owner.get(KEYS).status_code == 200
    assert owner.get(KEYS, x_company=str(second.uid)).status_code == 403
    assert owner.get(KEYS, x_company=str(CompanyFactory().uid)).status_code == 404
    assert owner.get(KEYS, x_company="nonsense").status_code == 404
    assert owner.get(f"/companies/{second.uid}/").json()["name"] == "Second"
