"""What every endpoint has in common: problems, lists, ETags, idempotency, budgets, strict bodies."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from companies.enums import Role
from companies.models import ApiKey
from companies.tests.api_client import program_of
from companies.tests.factories import ApiKeyFactory, MembershipFactory
from interviewer.api import idempotency
from interviewer.api.budgets import Budget
from interviewer.api.models import IdempotentRequest, RateWindow

pytestmark = pytest.mark.django_db
KEYS, KEY = "/api-keys/", {"name": "Report", "scopes": ["company:read"]}


@pytest.fixture
def alice():
    cache.clear()
    return MembershipFactory(role=Role.OWNER)


@pytest.fixture
def owner(alice):
    return program_of(alice.user)


@pytest.fixture
def company(alice):
    return f"/companies/{alice.company.uid}/"


# --- Problems.


@pytest.mark.parametrize("debug", [True, False])
@pytest.mark.parametrize(
    "path", ["/api/", "/api/v2/jobs/", "/api/v1/nothing", "/api/v1/api-keys", "/api/v1/%00/"]
)
def test_what_is_not_there_is_a_problem_in_development_too(settings, path, debug):
    settings.DEBUG = debug
    for answer in (Client().get(path), Client().post(path)):
        assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")
        assert answer.json()["code"] == "not-found"


def test_a_wrong_method_names_the_right_ones(owner):
    answer = owner.put(KEYS, {})
    assert (answer.status_code, answer.json()["code"]) == (405, "method-not-allowed")
    assert answer["Allow"] == "GET, HEAD, POST"


@pytest.mark.parametrize(
    ("body", "kind", "status", "code"),
    [
        ("{", "application/json", 400, "parse-error"),
        ("[" * 100_000, "application/json", 400, "parse-error"),
        (b'{"name": "\xff"}', "application/json", 400, "parse-error"),
        ('{"name": NaN}', "application/json", 400, "parse-error"),
        ("{}", "application/json; charset=nonsense", 422, "invalid"),
        ("a=b", "application/x-www-form-urlencoded", 415, "unsupported-media-type"),
        ("[]", "application/json", 422, "invalid"),
        ("null", "application/json", 422, "invalid"),
        ('"text"', "application/json", 422, "invalid"),
        ('{"name": 5, "scopes": {"a": 1}}', "application/json", 422, "invalid"),
        ('{"name": "a\\u0000b", "scopes": ["company:read"]}', "application/json", 422, "invalid"),
        ('{"name": "\\ud800", "scopes": ["company:read"]}', "application/json", 422, "invalid"),
        (
            f'{{"name": "x", "scopes": ["company:read"], "days": {10**30}}}',
            "application/json",
            422,
            "invalid",
        ),
        (f'{{"name": "{"x" * 1_100_000}"}}', "application/json", 413, "too-large"),
    ],
)
def test_bodies_that_make_no_sense_are_refused_with_the_right_status(owner, body, kind, status, code):
    answer = owner.post(KEYS, body, content_type=kind)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert Client().get(answer.json()["type"]).status_code == 200
    assert ApiKey.objects.count() == 0


def test_unknown_fields_and_parameters_are_refused_by_name(owner, company):
    answer = owner.post(KEYS, {**KEY, "nmae": "x", "a/b~c": 1})
    pointers = {one["pointer"] for one in answer.json()["errors"]}
    assert (answer.status_code, pointers) == (422, {"/nmae", "/a~1b~0c"})
    answer = owner.get(f"{KEYS}?pgae=2")
    assert (answer.status_code, answer.json()["errors"][0]["parameter"]) == (422, "pgae")
    assert owner.post(f"{KEYS}?dry=1", KEY).status_code == 422
    assert owner.send("DELETE", f"{KEYS}{ApiKeyFactory().uid}/", {"a": 1}).status_code == 422


def test_a_failure_of_ours_says_nothing_and_is_logged(owner, company, monkeypatch, caplog):
    def fail(**_given):
        raise RuntimeError("secret detail")

    monkeypatch.setattr("companies.services.profiles.edit", fail)
    owner.client.raise_request_exception = False
    answer = owner.patch(company, {"tagline": "x"})
    assert (answer.status_code, answer.json()["code"]) == (500, "server-error")
    assert "secret" not in answer.content.decode()
    assert "secret detail" in caplog.text


def test_every_answer_names_the_request(owner, company):
    answer = owner.get(company, x_request_id="my-request-1")
    assert (answer["X-Request-ID"], answer["Cache-Control"]) == ("my-request-1", "private, no-cache")


# --- Lists.


def test_a_list_has_pages_with_counts_and_links(alice, owner):
    ApiKeyFactory.create_batch(3, made_by=alice)
    answer = owner.get(f"{KEYS}?page=2&page_size=1")
    told = answer.json()
    assert {name: told[name] for name in ("count", "page", "pages", "page_size")} == {
        "count": 3, "page": 2, "pages": 3, "page_size": 1,
    }  # fmt: skip
    assert told["next"] == f"/api/v1{KEYS}?page=3&page_size=1"
    assert told["previous"] == f"/api/v1{KEYS}?page=1&page_size=1"
    assert answer["Link"] == f'<{told["next"]}>; rel="next", <{told["previous"]}>; rel="prev"'
    assert len(owner.get(told["next"]).json()["results"]) == 1


@pytest.mark.parametrize(
    "query", ["page=0", "page=x", "page=9", "page=٣", "page_size=101", "page_size=-1", "page=1e3"]
)
def test_a_page_that_is_none_is_refused(owner, query):
    answer = owner.get(f"{KEYS}?{query}")
    assert (answer.status_code, answer.json()["errors"][0]["parameter"]) == (422, query.split("=")[0])


def test_only_the_fields_asked_for_are_told(alice, owner, company):
    ApiKeyFactory(made_by=alice, name="One")
    assert owner.get(f"{KEYS}?fields=name").json()["results"] == [{"name": "One"}]
    assert owner.get(f"{company}?fields=name,%20uid").json() == {
        "uid": str(alice.company.uid), "name": alice.company.name,
    }  # fmt: skip
    assert owner.get(f"{company}?fields=password").status_code == 422


def test_a_list_of_three_costs_as_many_queries_as_a_list_of_one(alice, owner):
    costs = []
    for more in (1, 2):
        ApiKeyFactory.create_batch(more, made_by=alice)
        owner.get(KEYS)
        with CaptureQueriesContext(connection) as queries:
            owner.get(KEYS)
        costs.append(len(queries))
    assert costs[0] == costs[1]


# --- Conditions.


def test_who_has_the_present_state_is_told_no_more(owner, company):
    first = owner.get(company)
    again = owner.get(company, if_none_match=f'"other", W/{first["ETag"]}')
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])
    changed = owner.patch(company, {"tagline": "New"})
    now = owner.get(company, if_none_match=first["ETag"])
    assert (now.status_code, now["ETag"]) == (200, changed["ETag"])


def test_a_change_of_what_somebody_changed_meanwhile_is_refused(alice, owner, company):
    seen = owner.get(company)["ETag"]
    assert owner.patch(company, {"tagline": "First"}, if_match=seen).status_code == 200
    late = owner.patch(company, {"tagline": "Second"}, if_match=seen)
    alice.company.refresh_from_db()
    assert (late.status_code, late.json()["code"], alice.company.tagline) == (412, "changed", "First")
    assert owner.patch(company, {"tagline": "Third"}, if_match="*").status_code == 200


# --- Idempotency. The profile is changed by PATCH; POST of keys shows secrets and keeps none: jobs are made instead.
JOB = {"title": "Engineer"}


def test_a_repeated_request_gets_the_first_answer_and_makes_nothing_new(alice, owner):
    first = owner.post("/ai-jobs/", JOB, idempotency_key="a")
    again = owner.post("/ai-jobs/", JOB, idempotency_key="a")
    assert (first.status_code, again.status_code) == (201, 201)
    assert (again.content, again["Location"]) == (first.content, first["Location"])
    assert again["Content-Type"] == "application/json"
    assert ("Idempotency-Replayed" in first, again["Idempotency-Replayed"]) == (False, "true")
    assert alice.company.ai_jobs.count() == 1
    other = program_of(MembershipFactory(role=Role.OWNER).user)
    assert other.post("/ai-jobs/", JOB, idempotency_key="a").json()["uid"] != first.json()["uid"]


def test_a_key_belongs_to_one_request(alice, owner):
    owner.post("/ai-jobs/", JOB, idempotency_key="a")
    answer = owner.post("/ai-jobs/", {"title": "Other"}, idempotency_key="a")
    assert (answer.status_code, answer.json()["code"]) == (422, "key-reused")
    assert alice.company.ai_jobs.count() == 1


def test_a_refusal_is_repeated_and_a_failure_is_not(alice, owner, monkeypatch):
    wrong = [owner.post("/ai-jobs/", {"title": ""}, idempotency_key="a") for _time in range(2)]
    assert [answer.status_code for answer in wrong] == [422, 422]
    assert "Idempotency-Replayed" in wrong[1]

    def fail(**_given):
        raise RuntimeError

    owner.client.raise_request_exception = False
    with monkeypatch.context() as broken:
        broken.setattr("interviews.services.jobs.create", fail)
        assert owner.post("/ai-jobs/", JOB, idempotency_key="b").status_code == 500
    assert owner.post("/ai-jobs/", JOB, idempotency_key="b").status_code == 201


def test_while_the_first_one_runs_the_second_waits_and_a_lost_one_frees_its_key(alice, owner):
    owner.post("/ai-jobs/", JOB, idempotency_key="a")
    rows = IdempotentRequest.objects.all()
    rows.update(status=None)
    answer = owner.post("/ai-jobs/", JOB, idempotency_key="a")
    assert (answer.status_code, answer.json()["code"]) == (409, "request-running")
    rows.update(begun_at=timezone.now() - idempotency.LONGEST * 2)
    assert owner.post("/ai-jobs/", JOB, idempotency_key="a").status_code == 201


def test_a_key_is_forgotten_after_a_day(alice, owner):
    owner.post("/ai-jobs/", JOB, idempotency_key="a")
    IdempotentRequest.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    other = program_of(MembershipFactory(role=Role.OWNER).user)
    other.post("/ai-jobs/", JOB, idempotency_key="b")
    assert IdempotentRequest.objects.count() == 1  # whoever asks, what is over is forgotten
    owner.post("/ai-jobs/", JOB, idempotency_key="a")
    assert alice.company.ai_jobs.count() == 2


@pytest.mark.parametrize("key", ["x" * 256, "tab\there", "ż"])
def test_a_key_that_is_none_is_refused(owner, key):
    answer = owner.send("POST", "/ai-jobs/", JOB, idempotency_key=key)
    assert (answer.status_code, answer.json()["errors"][0]["parameter"]) == (422, "Idempotency-Key")


# --- Budgets.


def test_a_budget_is_counted_told_and_ends(alice, settings):
    settings.API_BUDGETS = {"reads": Budget(2, 60)}
    with time_machine.travel("2026-03-01 10:00:15Z", tick=False):
        fresh = program_of(alice.user)
        answers = [fresh.get(KEYS) for _time in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    told = [[answer[f"RateLimit-{name}"] for name in ("Limit", "Remaining")] for answer in answers[:2]]
    assert told == [["2", "1"], ["2", "0"]]
    assert (answers[0]["RateLimit-Reset"], answers[2]["Retry-After"]) == ("45", "45")
    with time_machine.travel("2026-03-01 10:01:01Z", tick=False):
        assert fresh.get(KEYS).status_code == 200
    assert RateWindow.objects.count() == 1  # windows that ended are not kept


def test_reading_and_writing_have_budgets_of_their_own(owner, settings):
    settings.API_BUDGETS = {"writes": Budget(1, 3600)}
    assert owner.post(KEYS, {}).status_code == 422
    assert owner.post(KEYS, {}).status_code == 429
    assert owner.get(KEYS).status_code == 200
