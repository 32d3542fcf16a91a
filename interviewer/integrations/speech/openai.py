"""Speech by OpenAI or a compatible server: recordings into words, words into sound."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openai

from interviewer.integrations.failures import Rejected
from interviewer.integrations.llm.wire import translated
from interviewer.integrations.speech.port import Capabilities, Segment, SpokenAudio, Transcript

MAX_SPOKEN_CHARS = 4_000
_SUFFIXES = {
    "audio/webm": "webm",
    "video/webm": "webm",
    "audio/mp4": "mp4",
    "video/mp4": "mp4",
    "audio/mpeg": "mp3",
    "audio/wav": "wav",
    "audio/x-wav": "wav",
    "audio/ogg": "ogg",
}


@dataclass(frozen=True)
class OpenAISpeechConfig:
    """How to reach the server; without a voice model it hears and does not speak."""

    api_key: str
    base_url: str = ""
    transcribe_model: str = "whisper-1"
    voice_model: str = ""
    voice: str = "alloy"
    timeout_seconds: float = 30.0
    #: A long answer takes longer to send and to hear than a question to a language model.
    transcribe_timeout_seconds: float = 60.0
    max_retries: int = 2


class OpenAISpeech:
    """Ears, and a voice where a voice model is configured, behind an HTTP API."""

    is_offline = False

    def __init__(self, config: OpenAISpeechConfig) -> None:
        self._config = config
        self.label = f"Speech model {config.transcribe_model}"
        self.capabilities = Capabilities(transcribes=True, speaks=bool(config.voice_model))
        self._client = openai.OpenAI(
            api_key=config.api_key or "none",
            base_url=config.base_url or None,
            timeout=config.timeout_seconds,
            max_retries=config.max_retries,
        )

    def transcribe(self, path: Path, language: str, content_type: str) -> Transcript:
        """Send a recording and read what was said; an empty file is an empty transcript."""
        engine = f"openai {self._config.transcribe_model}"
        if path.stat().st_size == 0:
            return Transcript("", language, (), engine)
        began = time.perf_counter()
        answer = self._send(path, language, content_type)
        text = getattr(answer, "text", None)
        if not isinstance(text, str):
            raise Rejected("The server's answer is not a transcript.")
        segments = tuple(
            Segment(float(item.start), float(item.end), item.text.strip())
            for item in getattr(answer, "segments", None) or ()
        )
        heard = getattr(answer, "language", None) or language
        return Transcript(text.strip(), heard, segments, engine, round((time.perf_counter() - began) * 1000))

    def _send(self, path: Path, language: str, content_type: str) -> Any:
        kind = content_type.split(";")[0].strip().lower()
        # Segments with times exist for whisper models only; the newer ones refuse the format.
        detailed = "whisper" in self._config.transcribe_model
        patient = self._client.with_options(timeout=self._config.transcribe_timeout_seconds)
        try:
            with path.open("rb") as recording:
                return patient.audio.transcriptions.create(
                    model=self._config.transcribe_model,
                    file=(
                        f"answer.{_SUFFIXES.get(kind, 'webm')}",
                        recording,
                        kind or "application/octet-stream",
                    ),
                    language=language.split("-")[0].lower(),
                    response_format="verbose_json" if detailed else "json",
                    temperature=0,
                )
        except openai.OpenAIError as error:
            raise translated(error) from error
        except ValueError as error:
            raise Rejected("The server's answer is not a transcript.") from error

    def speak(self, text: str, language: str) -> SpokenAudio | None:
        """Say a text of at most MAX_SPOKEN_CHARS characters; None without a voice model or without words."""
        del language  # the voices hear the language from the text
        if not self._config.voice_model or not text.strip():
            return None
        began = time.perf_counter()
        # Somebody waits for the question, and the browser has a voice of its own: no retries.
        try:
            answer = self._client.with_options(max_retries=0).audio.speech.create(
                model=self._config.voice_model,
                voice=self._config.voice,
                input=text[:MAX_SPOKEN_CHARS],
                response_format="mp3",
            )
            data = answer.read()
        except openai.OpenAIError as error:
            raise translated(error) from error
        kind = answer.response.headers.get("content-type", "audio/mpeg").split(";")[0]
        if not data or not kind.startswith("audio/"):
            raise Rejected("The server's answer is not sound.")
        latency = round((time.perf_counter() - began) * 1000)
        return SpokenAudio(data, kind, f"openai {self._config.voice_model}", latency)
