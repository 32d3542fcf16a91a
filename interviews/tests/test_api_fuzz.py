"""The whole schema with generated requests, as a recruiter, a candidate and nobody: no 500, nothing but what it says."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, transaction
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from interviewer.api.budgets import BUDGETS, Budget
from interviews.api.seats import SittingEndpoint
from interviews.enums import Stage
from interviews.tests.test_api_walk import CALLS, VIEWS, program_of, seat_of, url_of
from interviews.tests.walk_world import World

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
CHECKS = (not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance)
OPERATIONS = {
    f"{getattr(VIEWS[name], method).operation.name.replace('-', '_')}": name for name, method in CALLS
}
VISITORS = ("recruiter", "candidate", "nobody")


@pytest.fixture
def schema(settings):
    settings.API_BUDGETS = {name: Budget(100_000, 60) for name in BUDGETS}
    signals = (request_started, request_finished)
    for signal in signals:  # the test's transaction lives in this connection
        signal.disconnect(close_old_connections)
    yield schemathesis.openapi.from_wsgi("/api/v1/schema/", WSGIHandler())
    for signal in signals:
        signal.connect(close_old_connections)


def addressed(case: Any, url: str) -> None:
    """Put what is there into the address, so that requests get to the code behind it."""
    wanted = url.strip("/").split("/")
    for part, value in zip(case.path.strip("/").split("/"), wanted, strict=True):
        if part.startswith("{"):
            case.path_parameters[part.strip("{}")] = value


def stage_of(name: str) -> Stage:
    """The stage in which a candidate gets to an endpoint."""
    return getattr(VIEWS[name], "stage", None) or Stage.CONVERSATION


def tries(schema: Any, who: str, stage: Stage) -> Iterator[tuple[str, Any, GenerationMode]]:
    """The operations that are this visitor's, in each way; everything is nobody's."""
    for found in schema.get_all_operations():
        operation = found.ok()
        name = OPERATIONS[operation.definition.raw["operationId"]]
        is_theirs = issubclass(VIEWS[name], SittingEndpoint) == (who == "candidate") or who == "nobody"
        if is_theirs and stage_of(name) == stage and name != "recording_chunk":  # bytes, tested by hand
            for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)[: 1 if who == "nobody" else 2]:
                yield name, operation, mode


def attempt(operation: Any, mode: GenerationMode, url: str, headers: dict[str, str]) -> list[int]:
    """Send one generated request and hold the answer against the schema; its status."""
    sent = []

    def send(case: Any) -> None:
        if "." not in url.rsplit("/", 1)[-1]:
            addressed(case, url)
        with transaction.atomic():
            answer = case.call(headers=headers)
            transaction.set_rollback(True)
        sent.append(answer.status_code)
        case.validate_response(answer, checks=CHECKS)

    quick = settings(
        max_examples=1, database=None, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
    )  # fmt: skip
    with contextlib.suppress(Unsatisfiable):  # nothing wrong can be sent to what takes nothing
        quick(seed(7)(given(case=operation.as_strategy(generation_mode=mode))(send)))()
    return sent


@pytest.mark.parametrize(
    "stage", [Stage.CONVERSATION, Stage.CONSENT, Stage.RESUME, Stage.QUIZ, Stage.CODING, Stage.DEVICES]
)
@pytest.mark.parametrize("who", VISITORS)
def test_nothing_fails_and_nothing_is_answered_that_is_not_described(schema, who, stage):
    if who == "recruiter" and stage != Stage.CONVERSATION:
        pytest.skip("stages are the candidate's")
    world = World(stage)
    owner = world.here.members["owner"].user
    tokens = {"recruiter": program_of(owner).token, "candidate": seat_of(world.here), "nobody": ""}
    headers = {"Authorization": f"Bearer {tokens[who]}"} if tokens[who] else {}
    answered = [
        status
        for name, operation, mode in tries(schema, who, stage)
        for status in attempt(operation, mode, url_of(name, world.here, world), headers)
    ]
    assert answered
    assert who != "recruiter" or {200, 201, 202, 204} <= set(answered), (
        "requests get to the code behind the door"
    )
