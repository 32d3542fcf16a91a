"""The speech port: a recording into words, and words into sound."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True)
class Segment:
    """A stretch of speech: seconds from the beginning of the recording."""

    start_s: float
    end_s: float
    text: str


@dataclass(frozen=True)
class Transcript:
    """What was said; an empty text means that no speech was found, which is not an error."""

    text: str
    language: str
    segments: tuple[Segment, ...]
    engine: str
    latency_ms: int = 0


@dataclass(frozen=True)
class SpokenAudio:
    """Sound to be played as it is."""

    data: bytes
    content_type: str
    engine: str = ""
    latency_ms: int = 0


@dataclass(frozen=True)
class Capabilities:
    """What this engine can do, so that pages offer the browser's own voice or typing where it cannot."""

    transcribes: bool
    speaks: bool


class Speech(Protocol):
    """Ears and a voice. Both methods may raise Rejected, Unavailable or Misconfigured."""

    label: str
    is_offline: bool
    capabilities: Capabilities

    def transcribe(self, path: Path, language: str, content_type: str) -> Transcript:
        """Write down a recording; raises Misconfigured when this engine cannot hear at all."""
        ...

    def speak(self, text: str, language: str) -> SpokenAudio | None:
        """Say a text, or None when this engine has no voice and the browser's should be used."""
        ...
