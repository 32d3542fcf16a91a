"""The engines that the contract of the port is held against."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from interviewer.integrations.llm.builtin import BuiltinLLM
from interviewer.integrations.llm.openai import OpenAIConfig, OpenAILLM
from interviewer.integrations.llm.port import LLM
from interviewer.integrations.llm.tests.aimock import AimockServer, start_aimock, why_not


@pytest.fixture
def offline() -> BuiltinLLM:
    return BuiltinLLM(today=lambda: date(2026, 11, 24))


@pytest.fixture(params=["offline", "openai"])
def llm(request: pytest.FixtureRequest) -> LLM:
    if request.param == "offline":
        return request.getfixturevalue("offline")
    return request.getfixturevalue("openai_against_aimock")


@pytest.fixture(scope="session")
def aimock() -> Iterator[AimockServer]:
    reason = why_not()
    if reason:
        pytest.skip(reason)
    server = start_aimock()
    yield server
    server.stop()


@pytest.fixture
def openai_against_aimock(aimock: AimockServer) -> OpenAILLM:
    return OpenAILLM(
        OpenAIConfig(api_key="test", model="test-model", base_url=aimock.base_url, timeout_seconds=10)
    )
