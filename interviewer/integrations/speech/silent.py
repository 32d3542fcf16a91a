"""No speech on the server: answers are typed, and the browser's own voice speaks."""

from __future__ import annotations

from pathlib import Path

from interviewer.integrations.failures import Misconfigured
from interviewer.integrations.speech.port import Capabilities, SpokenAudio, Transcript


class SilentSpeech:
    """Neither hears nor speaks, and says so."""

    label = "none"
    is_offline = True
    capabilities = Capabilities(transcribes=False, speaks=False)

    def transcribe(self, path: Path, language: str, content_type: str) -> Transcript:
        """Refuse: there is nobody to listen."""
        raise Misconfigured("No speech recognition is installed or configured.")

    def speak(self, text: str, language: str) -> SpokenAudio | None:
        """Leave it to the browser."""
        return None
