"""The speech integration: `get_speech()` returns the engine that the settings name."""

from __future__ import annotations

from interviewer.integrations.speech.port import Speech


def get_speech() -> Speech:
    """Return the engine of SPEECH_ENGINE."""
    from interviewer.integrations.speech.silent import SilentSpeech

    return SilentSpeech()
