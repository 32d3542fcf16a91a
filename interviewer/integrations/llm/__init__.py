"""The language-model integration: `get_llm()` returns the engine that the settings name."""

from __future__ import annotations

from functools import lru_cache

from django.conf import settings

from interviewer.integrations.failures import Misconfigured
from interviewer.integrations.llm.port import LLM
from interviewer.integrations.llm.prices import price_of


def get_llm() -> LLM:
    """Return the engine of LLM_ENGINE: with 'auto', OpenAI or its like when a key or an address is set."""
    engine = settings.LLM_ENGINE
    if engine == "auto":
        engine = "openai" if settings.OPENAI_API_KEY or settings.OPENAI_BASE_URL else "offline"
    if engine == "offline":
        return offline_llm()
    if engine == "openai":
        return _openai(
            settings.OPENAI_API_KEY,
            settings.OPENAI_BASE_URL,
            settings.OPENAI_MODEL,
            float(settings.OPENAI_TIMEOUT_SECONDS),
            price_of(settings.OPENAI_MODEL, settings.AI_PRICES),
        )
    raise Misconfigured(f"LLM_ENGINE must be auto, offline or openai, not {engine!r}.")


@lru_cache(maxsize=1)
def offline_llm() -> LLM:
    """Return the built-in engine, which also stands in where another answers nonsense."""
    from interviewer.integrations.llm.builtin import BuiltinLLM

    return BuiltinLLM()


@lru_cache(maxsize=4)
def _openai(api_key: str, base_url: str, model: str, timeout_seconds: float, price: tuple[int, int]) -> LLM:
    """Return one client per configuration, so that its connections are used again."""
    from interviewer.integrations.llm.openai import OpenAIConfig, OpenAILLM

    return OpenAILLM(
        OpenAIConfig(
            api_key=api_key,
            base_url=base_url,
            model=model,
            timeout_seconds=timeout_seconds,
            price_in_micros=price[0],
            price_out_micros=price[1],
        )
    )
