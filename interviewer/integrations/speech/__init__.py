"""The speech integration: `get_speech()` returns the engine that the settings name."""

from __future__ import annotations

from functools import lru_cache

from django.conf import settings

from interviewer.integrations.failures import Misconfigured
from interviewer.integrations.speech.port import Speech


def get_speech() -> Speech:
    """Return the engine of SPEECH_ENGINE: with 'auto', OpenAI or its like, else whisper here, else none."""
    from interviewer.integrations.speech.absent import NoSpeech
    from interviewer.integrations.speech.whisper import WhisperSpeech, is_installed

    engine = settings.SPEECH_ENGINE
    if engine == "auto":
        has_server = bool(settings.OPENAI_API_KEY or settings.OPENAI_BASE_URL)
        engine = "openai" if has_server else "whisper" if is_installed() else "none"
    if engine == "none":
        return NoSpeech()
    if engine == "whisper":
        return WhisperSpeech()
    if engine == "openai":
        return _openai(
            settings.OPENAI_API_KEY,
            settings.OPENAI_BASE_URL,
            settings.OPENAI_TRANSCRIBE_MODEL,
            settings.OPENAI_VOICE_MODEL,
            settings.OPENAI_VOICE,
            float(settings.OPENAI_TIMEOUT_SECONDS),
        )
    raise Misconfigured(f"SPEECH_ENGINE must be auto, openai, whisper or none, not {engine!r}.")


@lru_cache(maxsize=4)
def _openai(
    api_key: str, base_url: str, transcribe_model: str, voice_model: str, voice: str, timeout_seconds: float
) -> Speech:
    """Return one client per configuration, so that its connections are used again."""
    from interviewer.integrations.speech.openai import OpenAISpeech, OpenAISpeechConfig

    return OpenAISpeech(
        OpenAISpeechConfig(
            api_key=api_key,
            base_url=base_url,
            transcribe_model=transcribe_model,
            voice_model=voice_model,
            voice=voice,
            timeout_seconds=timeout_seconds,
            transcribe_timeout_seconds=max(timeout_seconds, 60.0),
        )
    )
