"""Every endpoint of the API as everybody who may knock: who gets in, and that others learn nothing."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core import signing
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from companies.api_access import MemberEndpoint
from companies.enums import Role, Scope
from companies.services import api_keys
from companies.tests.api_client import program_of
from interviewer.accounts.tests.factories import UserFactory
from interviewer.api.endpoints import Endpoint
from interviewer.api.parsers import FormBody
from interviews.api.seats import SittingEndpoint
from interviews.enums import Stage
from interviews.models import Interview, RubricDraft
from interviews.services import coding, quiz, seats
from interviews.tests.walk_world import House, World

pytestmark = pytest.mark.django_db
METHODS = ("get", "post", "put", "patch", "delete")


def patterns(resolver: URLResolver) -> Iterator[URLPattern]:
    for one in resolver.url_patterns:
        if isinstance(one, URLPattern):
            yield one
        else:
            yield from patterns(one)


V1 = next(one for one in get_resolver().url_patterns if getattr(one, "namespace", "") == "v1")
PATTERNS = {one.name: one for one in patterns(V1)}
VIEWS: dict[str, type[Endpoint]] = {name: one.callback.cls for name, one in PATTERNS.items()}
CALLS = [(name, method) for name, view in VIEWS.items() for method in METHODS if hasattr(view, method)]


def of_kind(kind: type) -> list[tuple[str, str]]:
    return [one for one in CALLS if issubclass(VIEWS[one[0]], kind)]


def url_of(name: str, house: House, world: World) -> str:
    """The address with the objects of a house in it."""
    view = VIEWS[name]
    is_sitting = issubclass(view, SittingEndpoint)
    if is_sitting and view.stage == Stage.QUIZ:
        quiz.begin(interview=house.sitting)
    if is_sitting and view.stage == Stage.CODING:
        coding.begin(interview=house.sitting)
    values: dict[str, Any] = {
        "uid": lambda: _uid(name, view, house),
        "public_token": lambda: house.job.public_token,
        "question": lambda: house.quiz.uid if "quiz" in name else house.own.uid,
        "problem": lambda: house.problem.uid,
        "submission": lambda: house.submission,
        "turn": lambda: house.turn.uid,
        "pair": lambda: house.pair,
        "key": lambda: "python",
        "kind": lambda: "csv" if name == "interview_export" else "svg",
        "number": lambda: house.picture if "image" in name else 0,
        "take": lambda: 1,
        "language": lambda: "python",
        "link": lambda: house.shared[0].uid,
        "recording": lambda: house.recording,
        "record": lambda: house.typed,
    }
    return reverse(f"v1:{name}", kwargs={key: values[key]() for key in PATTERNS[name].pattern.converters})


def _uid(name: str, view: type, house: House) -> uuid.UUID:
    if issubclass(view, SittingEndpoint):
        return house.sitting.uid
    path = str(PATTERNS[name].pattern)
    own = {"api-keys/": "api_key", "webhooks/": "webhook", "webhook-deliveries/": "delivery"}
    for start, what in own.items():
        if path.startswith(f"{start}<"):
            return getattr(house, str(what))
    if path.startswith("companies/"):
        return house.company.uid
    return house.job.uid if path.startswith("ai-jobs/") else house.scored.uid


def world_for(name: str) -> World:
    view = VIEWS[name]
    stage = view.stage if issubclass(view, SittingEndpoint) else None
    return World(stage or Stage.CONVERSATION)


def knock(method: str, url: str, view: type, token: str = "") -> HttpResponse:
    """An answer, with what it changed taken back."""
    operation = getattr(view, method).operation
    body = getattr(operation.into, "example", None) if operation.into else None
    headers = {"authorization": f"Bearer {token}"} if token else {}
    given = {} if body is None else {"data": json.dumps(body), "content_type": "application/json"}
    with transaction.atomic():
        answer = Client().generic(method.upper(), url, headers=headers, **given)
        if not answer.streaming:
            answer.content  # noqa: B018 - rendered while the rows are there
        transaction.set_rollback(True)
    return answer


def seat_of(house: House, email: str | None = None) -> str:
    return seats.token(interview=house.sitting, email=house.sitting.email if email is None else email)


def text_of(answer: HttpResponse) -> str:
    return (b"".join(answer.streaming_content) if answer.streaming else answer.content).decode(
        errors="replace"
    )


def is_problem(answer: HttpResponse, status: int) -> bool:
    kind = answer.get("Content-Type", "")
    return (answer.status_code, kind) == (status, "application/problem+json") and answer.json()[
        "status"
    ] == status


def try_keys(world: World, method: str, url: str, view: type[MemberEndpoint]) -> None:
    """Keys with the scope, without it, of somebody whose role is too small, and of another company."""
    needed = f"{view.area}:{'read' if method == 'get' else 'write'}"
    others = [scope for scope in Scope.values if scope != needed]
    _row, without = api_keys.make(actor=world.here.members["owner"], name="x", scopes=others)
    assert is_problem(knock(method, url, view, without), 403)
    if not view.area:
        return
    _row, right = api_keys.make(actor=world.here.members["owner"], name="x", scopes=[needed])
    assert knock(method, url, view, right).status_code not in {401, 403, 500}
    _row, weak = api_keys.make(actor=world.here.members["reviewer"], name="x", scopes=[needed])
    may = view.readers if method == "get" else view.changers
    assert (knock(method, url, view, weak).status_code == 403) == (Role.REVIEWER not in may)
    _row, theirs = api_keys.make(actor=world.there.members["owner"], name="x", scopes=[needed])
    assert "lumen" not in text_of(knock(method, url, view, theirs))


@pytest.mark.parametrize(("name", "method"), of_kind(MemberEndpoint))
def test_endpoints_of_a_company(name, method):
    world, view = world_for(name), VIEWS[name]
    RubricDraft.objects.create(job=world.here.job)
    url = url_of(name, world.here, world)
    may = view.readers if method == "get" else view.changers
    for token in ("", "nonsense", seat_of(world.here), "aik_00000000_x"):
        assert is_problem(knock(method, url, view, token), 401)
    for role in Role:
        answer = knock(method, url, view, program_of(world.here.members[role].user).token)
        if role in may:
            assert answer.status_code not in {401, 403, 500}, text_of(answer)
        else:
            assert is_problem(answer, 403)
    for role in may:
        answer = knock(method, url, view, program_of(world.there.members[role].user).token)
        assert "lumen" not in text_of(answer)
        if "uid" in PATTERNS[name].pattern.converters:
            assert is_problem(answer, 404)
    assert is_problem(
        knock(method, url, view, program_of(world.here.seeker.user).token),
        404 if "companies/<" in str(PATTERNS[name].pattern) else 403,
    )
    try_keys(world, method, url, view)


INNER = [(n, m) for n, m in of_kind(MemberEndpoint) if len(PATTERNS[n].pattern.converters) > 1]


@pytest.mark.parametrize(("name", "method"), INNER)
def test_an_object_of_another_company_inside_of_ones_own_is_missing(name, method):
    if name in {"job_qr", "competency", "competency_move", "level"}:
        pytest.skip("what stands inside is of no company")
    world, view = world_for(name), VIEWS[name]
    owner = program_of(world.here.members["owner"].user).token
    theirs, own = url_of(name, world.there, world), _uid(name, view, world.here)
    url = theirs.replace(str(_uid(name, view, world.there)), str(own))
    answer = knock(method, url, view, owner)
    # JSON where a form is wanted is refused before anything is looked up.
    due = 415 if FormBody in view.parser_classes and method == "post" else 404
    assert (is_problem(answer, due), "zephyr" in text_of(answer)) == (True, False)


@pytest.mark.parametrize(("name", "method"), of_kind(SittingEndpoint))
def test_endpoints_of_a_candidate(name, method):
    world, view = world_for(name), VIEWS[name]
    url = url_of(name, world.here, world)
    owner = program_of(world.here.members["owner"].user).token
    old = signing.dumps(["x"], salt="other")
    for token in ("", owner, "seat_x", f"seat_{old}", seat_of(world.here)[:-3]):
        assert is_problem(knock(method, url, view, token), 401)
    other = knock(method, url, view, seat_of(world.there))
    assert (is_problem(other, 404), "lumen" in text_of(other)) == (True, False)
    assert knock(method, url, view, seat_of(world.here)).status_code not in {401, 500}
    unproven = knock(method, url, view, seat_of(world.here, email=""))
    assert (unproven.status_code == 401) == (
        view.is_behind_code and bool(world.here.sitting.email_verified_at)
    )
    token = seat_of(world.here)
    with time_machine.travel(timezone.now() + seats.LIFETIME + timedelta(minutes=1), tick=False):
        assert is_problem(knock(method, url, view, token), 401)


BORROWED = [
    (name, method)
    for name, method in of_kind(SittingEndpoint)
    if {"question", "problem", "submission", "turn"} & set(PATTERNS[name].pattern.converters)
]


@pytest.mark.parametrize(("name", "method"), BORROWED)
def test_a_candidate_reaches_nothing_of_another_interview_with_the_own_seat(name, method):
    world, view = world_for(name), VIEWS[name]
    url_of(name, world.here, world)
    theirs = url_of(name, world.there, world)
    url = theirs.replace(str(world.there.sitting.uid), str(world.here.sitting.uid))
    answer = knock(method, url, view, seat_of(world.here))
    assert answer.status_code in {404, 409, 415, 422} or answer.json() == {"kept": False}
    assert "zephyr" not in text_of(answer)


OTHERS = {"sessions", "session", "refreshes", "me", "seats", "public_link", "budgets"}


def test_every_endpoint_has_a_door():
    kinds = (MemberEndpoint, SittingEndpoint)
    assert {name for name, view in VIEWS.items() if not issubclass(view, kinds)} <= OTHERS


def bare_url(name: str) -> str:
    """The address with nothing behind it."""
    fitting = {"UUIDConverter": uuid.UUID(int=1), "IntConverter": 1}
    kinds = PATTERNS[name].pattern.converters.items()
    return reverse(f"v1:{name}", kwargs={key: fitting.get(type(kind).__name__, "x") for key, kind in kinds})


@pytest.mark.parametrize("name", sorted({name for name, _method in CALLS}))
def test_methods_that_are_not_there_are_refused_with_those_that_are(name):
    is_sitting = issubclass(VIEWS[name], SittingEndpoint)
    token = seats.token(interview=Interview()) if is_sitting else program_of(UserFactory()).token
    there = {method for method in METHODS if hasattr(VIEWS[name], method)}
    for method in ("get", "post", "put", "patch", "delete", "options", "trace"):
        if method in there:
            continue
        headers = {"authorization": f"Bearer {token}"}
        answer = Client().generic(method.upper(), bare_url(name), headers=headers)
        assert is_problem(answer, 405)
        allowed = {one.strip().lower() for one in answer["Allow"].split(",")}
        assert allowed - {"head"} == there
