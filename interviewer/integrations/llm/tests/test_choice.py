"""The settings choose the engine."""

from __future__ import annotations

import pytest

from interviewer.integrations.failures import Misconfigured
from interviewer.integrations.llm import get_llm


@pytest.mark.parametrize(
    ("engine", "key", "address", "is_offline"),
    [
        ("auto", "", "", True),
        ("auto", "key", "", False),
        ("auto", "", "http://127.0.0.1:1/v1", False),
        ("offline", "key", "", True),
        ("openai", "key", "", False),
    ],
)
def test_offline_is_the_default_and_a_key_or_address_changes_it(settings, engine, key, address, is_offline):
    settings.LLM_ENGINE, settings.OPENAI_API_KEY, settings.OPENAI_BASE_URL = engine, key, address

    assert get_llm().is_offline is is_offline


def test_an_engine_that_does_not_exist_is_a_mistake_of_ours(settings):
    settings.LLM_ENGINE = "oracle"

    with pytest.raises(Misconfigured):
        get_llm()
