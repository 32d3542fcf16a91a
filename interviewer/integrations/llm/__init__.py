"""The language-model integration: `get_llm()` returns the engine that the settings name."""

from __future__ import annotations

from functools import cache

from interviewer.integrations.llm.port import LLM


def get_llm() -> LLM:
    """The engine of LLM_ENGINE; "auto" means OpenAI (or compatible) where a key or an address is set."""
    from django.conf import settings

    has_server = bool(settings.OPENAI_API_KEY or settings.OPENAI_BASE_URL)
    if settings.LLM_ENGINE == "openai" or (settings.LLM_ENGINE == "auto" and has_server):
        from interviewer.integrations.llm.openai import OpenAILLM

        return OpenAILLM()
    return offline_llm()


@cache
def offline_llm() -> LLM:
    """The built-in engine: no network, deterministic."""
    from interviewer.integrations.llm.builtin import BuiltinLLM

    return BuiltinLLM()
