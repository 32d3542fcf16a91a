"""No speech on the server: the browser speaks, and the candidate types or uses the browser's own recognition."""

from __future__ import annotations

from pathlib import Path

from interviewer.integrations.failures import Misconfigured
from interviewer.integrations.speech.port import Capabilities, SpokenAudio, Transcript


class NoSpeech:
    """Neither ears nor a voice, and honest about it."""

    label = "No speech recognition"
    is_offline = True
    capabilities = Capabilities(transcribes=False, speaks=False)

    def transcribe(self, path: Path, language: str, content_type: str) -> Transcript:
        """Refuse: ask `capabilities` first."""
        del path, language, content_type
        raise Misconfigured("No speech recognition is configured here (SPEECH_ENGINE).")

    def speak(self, text: str, language: str) -> SpokenAudio | None:
        """Have no voice: the browser speaks."""
        del text, language
        return None
