"""The engines that the contract of the port is held against."""

from __future__ import annotations

from datetime import date

import pytest

from interviewer.integrations.llm.builtin import BuiltinLLM
from interviewer.integrations.llm.port import LLM


@pytest.fixture
def offline() -> BuiltinLLM:
    return BuiltinLLM(today=lambda: date(2026, 11, 24))


@pytest.fixture(params=["offline", "openai"])
def llm(request: pytest.FixtureRequest) -> LLM:
    if request.param == "offline":
        return request.getfixturevalue("offline")
    return request.getfixturevalue("openai_against_aimock")
