"""The whole schema with generated requests, as a recruiter, a candidate and nobody: no 500, nothing but what it says."""

from __future__ import annotations

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from interviewer.api.budgets import BUDGETS, Budget
from interviewer.wsgi import application
from interviews.api.seats import SittingEndpoint
from interviews.enums import Stage
from interviews.tests.test_api_walk import CALLS, VIEWS, program_of, seat_of, url_of
from interviews.tests.walk_world import World

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
CHECKS = (not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance)
OPERATIONS = {
    f"{getattr(VIEWS[name], method).operation.name.replace('-', '_')}": name for name, method in CALLS
}
WAYS = {"positive": GenerationMode.POSITIVE, "negative": GenerationMode.NEGATIVE}
VISITORS = ("recruiter", "candidate", "nobody")


@pytest.fixture
def schema(settings):
    settings.API_BUDGETS = {name: Budget(100_000, 60) for name in BUDGETS}
    return schemathesis.openapi.from_wsgi("/api/v1/schema/", application)


def addressed(case: Any, url: str) -> None:
    """Put what is there into the address, so that requests get to the code behind it."""
    wanted = url.strip("/").split("/")
    for part, value in zip(case.path.strip("/").split("/"), wanted, strict=True):
        if part.startswith("{"):
            case.path_parameters[part.strip("{}")] = value


@pytest.mark.parametrize("who", VISITORS)
def test_nothing_fails_and_nothing_is_answered_that_is_not_described(schema, who):
    world = World(Stage.CONVERSATION)
    tokens = {
        "recruiter": program_of(world.here.members["owner"].user).token,
        "candidate": seat_of(world.here),
        "nobody": "",
    }
    headers = {"Authorization": f"Bearer {tokens[who]}"} if tokens[who] else {}
    tried = 0

    def attempt(case: Any, url: str) -> None:
        nonlocal tried
        tried += 1
        if "." not in url.rsplit("/", 1)[-1]:
            addressed(case, url)
        case.validate_response(case.call(headers=headers), checks=CHECKS)

    for found in schema.get_all_operations():
        operation = found.ok()
        name = OPERATIONS[operation.definition.raw["operationId"]]
        is_theirs = issubclass(VIEWS[name], SittingEndpoint) == (who == "candidate") or who == "nobody"
        if not is_theirs:
            continue
        url = url_of(name, world.here, world)
        for mode in WAYS.values() if who != "nobody" else [GenerationMode.POSITIVE]:
            quick = settings(
                max_examples=1, database=None, deadline=None, phases=[Phase.generate],
                suppress_health_check=list(HealthCheck),
            )  # fmt: skip
            try:
                strategy = operation.as_strategy(generation_mode=mode)
                quick(seed(7)(given(case=strategy)(lambda case, url=url: attempt(case, url))))()
            except Exception as problem:
                if type(problem).__name__ in {"Unsatisfiable", "SkipTest"}:
                    continue  # nothing wrong can be sent to what takes nothing
                raise
    assert tried > 40
