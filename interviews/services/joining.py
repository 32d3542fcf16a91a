"""Joining the chunks of a recording into one file that plays and seeks."""

from __future__ import annotations

import logging
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from django.core.files import File
from django.db import transaction
from django.utils import timezone

from interviewer import background
from interviewer.integrations.failures import Unavailable
from interviewer.integrations.media_types import container_of
from interviews.enums import RecordingStatus
from interviews.models import Recording, RecordingChunk
from interviews.services import conversation

log = logging.getLogger(__name__)

#: Seconds that copying one recording into a clean container may take.
FFMPEG_SECONDS = 120
BLOCK = 1024 * 1024


@dataclass(frozen=True)
class Joined:
    """The file, and what could be learned about it."""

    path: Path
    duration_ms: int | None = None
    problem: str = ""


def join(*, recording_id: int) -> Recording:
    """Write the chunks of a closed recording in order of their numbers into one file. Runs twice safely.

    Raises Unavailable when the disk or the storage is not there: the chunks stay, and it is tried again.
    """
    from interviews import tasks

    recording = Recording.objects.select_related("turn", "interview__job").get(pk=recording_id)
    if recording.status != RecordingStatus.CLOSED:
        return recording
    chunks = list(recording.chunks.order_by("number"))
    with tempfile.TemporaryDirectory(prefix="joining-") as folder:
        try:
            parts = _write_parts(chunks, Path(folder))
            joined = _one_file(parts, Path(folder)) if parts else None
            done = _keep(recording, joined, _missing(recording, chunks))
        except OSError as problem:
            raise Unavailable(f"The recording could not be written: {problem}") from problem
    if done and recording.turn_id:
        background.enqueue(tasks.transcribe, recording.pk)
    return recording


def _missing(recording: Recording, chunks: list[RecordingChunk]) -> str:
    numbers = {chunk.number for chunk in chunks}
    lost = [str(number) for number in range(recording.chunks_expected or 0) if number not in numbers]
    return f"Chunks that never arrived: {', '.join(lost[:40])}." if lost else ""


def _write_parts(chunks: list[RecordingChunk], folder: Path) -> list[Path]:
    """One file for each time the recorder was started: a page that was reloaded begins a new stream."""
    parts: list[Path] = []
    for chunk in chunks:
        with chunk.file.open("rb") as source:
            start = source.read(64)
            if container_of(start) in {"webm", "mp4"} or (chunk.number == 0 and container_of(start)):
                parts.append(folder / f"part{len(parts)}")
            if not parts:
                return []  # its beginning is missing: the rest cannot be read
            with parts[-1].open("ab") as target:
                target.write(start)
                shutil.copyfileobj(source, target, BLOCK)
    return parts


def _one_file(parts: list[Path], folder: Path) -> Joined:
    """A clean container with a duration, where ffmpeg is installed; else the bytes in a row."""
    if shutil.which("ffmpeg"):
        clean = [found for found in (_remux(part) for part in parts) if found]
        if clean:
            path = clean[0] if len(clean) == 1 else _concatenated(clean, folder)
            problem = "" if len(clean) == len(parts) else "A part of the recording could not be read."
            return Joined(path, _duration_ms(path), problem)
    whole = folder / "whole"
    with whole.open("wb") as target:
        for part in parts:
            with part.open("rb") as source:
                shutil.copyfileobj(source, target, BLOCK)
    return Joined(
        whole,
        problem="ffmpeg is not installed: the recording plays and does not seek."
        if not shutil.which("ffmpeg")
        else "The recording could not be read by ffmpeg.",
    )


def _ending(path: Path) -> str:
    with path.open("rb") as source:
        return f".{container_of(source.read(64)) or 'webm'}"


def _ffmpeg(*arguments: str) -> bool:
    command = ["ffmpeg", "-nostdin", "-v", "error", "-y", *arguments]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=FFMPEG_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        log.warning("ffmpeg took longer than %s s", FFMPEG_SECONDS)
        return False
    if done.returncode:
        log.warning("ffmpeg: %s", done.stderr[-500:])
    return done.returncode == 0


def _remux(part: Path) -> Path | None:
    # The whitelist keeps a crafted file from making ffmpeg open anything else.
    target = part.with_name(f"{part.name}-clean{_ending(part)}")
    read = ["-protocol_whitelist", "file", "-f", _demuxer(part), "-i", str(part)]
    ok = _ffmpeg(*read, "-map", "0", "-c", "copy", str(target))
    return target if ok and target.exists() and target.stat().st_size else None


def _demuxer(part: Path) -> str:
    return {".webm": "matroska", ".mp4": "mov", ".ogg": "ogg"}[_ending(part)]


def _concatenated(parts: list[Path], folder: Path) -> Path:
    listing, target = folder / "parts.txt", folder / f"whole{parts[0].suffix}"
    listing.write_text("".join(f"file '{part.name}'\n" for part in parts))
    read = ["-protocol_whitelist", "file", "-f", "concat", "-safe", "1", "-i", str(listing)]
    return target if _ffmpeg(*read, "-c", "copy", str(target)) else parts[0]


def _duration_ms(path: Path) -> int | None:
    if not shutil.which("ffprobe"):
        return None
    command = ["ffprobe", "-v", "error", "-protocol_whitelist", "file", "-show_entries", "format=duration"]
    try:
        done = subprocess.run(
            [*command, "-of", "csv=p=0", str(path)], capture_output=True, text=True, timeout=20, check=False
        )
        return int(float(done.stdout.strip()) * 1000)
    except (ValueError, subprocess.TimeoutExpired):
        return None


def _keep(recording: Recording, joined: Joined | None, missing: str) -> bool:
    """Store the file and mark the row; of two workers only one does. Chunk files go, their rows stay."""
    if joined is None:
        _failed(recording, f"The beginning of the recording is missing. {missing}".strip())
        return False
    size = joined.path.stat().st_size
    with joined.path.open("rb") as source:
        recording.file.save(f"{recording.uid}{_ending(joined.path)}", File(source), save=False)
    with transaction.atomic():
        kept = Recording.objects.filter(pk=recording.pk, status=RecordingStatus.CLOSED).update(
            status=RecordingStatus.JOINED,
            file=recording.file.name,
            size_bytes=size,
            duration_ms=joined.duration_ms,
            error=" ".join(filter(None, [joined.problem, missing, _too_long(recording, joined)]))[:300],
            updated_at=timezone.now(),
        )
    if not kept:
        recording.file.storage.delete(recording.file.name)
    else:
        _drop_chunk_files(recording)
    recording.refresh_from_db()
    return bool(kept)


def _too_long(recording: Recording, joined: Joined) -> str:
    """The browser stops at the deadline; a recording that goes on was not made by our page alone."""
    allowed = conversation.answer_time(recording.interview) + timedelta(seconds=30)
    length = timedelta(milliseconds=joined.duration_ms or 0)
    return "The recording is longer than the time for the answer." if length > allowed else ""


def _failed(recording: Recording, error: str) -> None:
    from interviews.services import transcripts

    Recording.objects.filter(pk=recording.pk, status=RecordingStatus.CLOSED).update(
        status=RecordingStatus.FAILED, error=error[:300], updated_at=timezone.now()
    )
    recording.refresh_from_db()
    transcripts.give_up(recording=recording)


def _drop_chunk_files(recording: Recording) -> None:
    for chunk in recording.chunks.exclude(file=""):
        chunk.file.delete(save=False)
    recording.chunks.update(file="")
