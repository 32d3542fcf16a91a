"""Recordings: chunks kept as they come, in whatever order and however often, and joined when all are there."""

from __future__ import annotations

import hashlib
import logging
from dataclasses import dataclass
from datetime import timedelta

from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.db.models import Max, Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from interviewer import background
from interviewer.errors import Conflict, Invalid, NotAllowed, StorageFull, TooLarge, TooLate, WrongType
from interviewer.integrations.media_types import container_of
from interviews.enums import InterviewStatus, RecordingStatus, TurnStatus
from interviews.models import Interview, InterviewQuestionAndResponse, Recording, RecordingChunk
from interviews.services import conversation

log = logging.getLogger(__name__)

CHUNK_LIMIT = 4 * 1024 * 1024
ANSWER_LIMIT = 60 * 1024 * 1024
#: Browsers send a chunk about every three seconds; a minute's worth more covers slow and uneven ones.
SECONDS_PER_CHUNK = 2
SPARE_CHUNKS = 30
ALLOWED = frozenset({"video/webm", "audio/webm", "video/mp4", "audio/mp4", "video/ogg", "audio/ogg"})
#: Chunks of a lost connection are awaited this long after the last one that came.
PATIENCE = timedelta(minutes=15)


@dataclass(frozen=True)
class Progress:
    """What the server has of one take. `next_number` is where a recorder goes on after a reload."""

    status: str
    received: int
    next_number: int
    missing: tuple[int, ...] = ()


def store_chunk(
    *,
    interview: Interview,
    turn_uid: object,
    take: int,
    number: int,
    content_type: str,
    sha256: str,
    data: bytes,
) -> Progress:
    """Keep one chunk. The same one again is welcome; another one under its number raises Conflict.

    Raises TooLarge, WrongType, Invalid for what was damaged on the way, TooLate when the recording is over
    and StorageFull when it could not be written (the browser then keeps it and tries again).
    """
    turn = _turn(interview, turn_uid, take)
    _check_chunk(turn, number, data, sha256)
    recording = _recording(turn, take, _allowed_type(content_type))
    known = recording.chunks.filter(number=number).first()
    if known is not None:
        return _same(recording, known, sha256)
    if recording.status != RecordingStatus.OPEN:
        raise TooLate(_("This recording is closed."))
    _check_space(recording, number, data)
    _write(recording, number, sha256, data)
    return _closed_if_complete(recording)


def close(
    *, interview: Interview, turn_uid: object, take: int, chunks: int, content_type: str, heard: str = ""
) -> Progress:
    """The recorder stopped: name how many chunks there are, and open the transcript for correction.

    Joins the chunks when all have come; else says which are missing. Doing it twice changes nothing.
    """
    turn = _turn(interview, turn_uid, take)
    if not 0 < chunks <= _most_chunks(turn):
        raise Invalid(_("A recording has at least one chunk, and not more than its time allows."))
    recording = _recording(turn, take, _allowed_type(content_type))
    with transaction.atomic():
        Recording.objects.filter(pk=recording.pk, status=RecordingStatus.OPEN).update(
            chunks_expected=chunks, updated_at=timezone.now()
        )
        recording.refresh_from_db()
        # First the turn waits for a transcript, then one may come.
        conversation.stop(interview=interview, uid=turn_uid, take=take, heard=heard)
        return _closed_if_complete(recording)


def progress(*, interview: Interview, turn_uid: object, take: int) -> Progress:
    """What is there of a take; of one that was never begun, nothing."""
    turn = conversation.find_turn(interview=interview, uid=turn_uid)
    recording = turn.recordings.filter(take=take).first()
    return _progress(recording) if recording else Progress(RecordingStatus.OPEN, 0, 0)


@background.reconciler
def close_abandoned() -> int:
    """Join what there is of recordings whose browser never came back; returns how many."""
    since = timezone.now() - PATIENCE
    left = Recording.objects.filter(
        status=RecordingStatus.OPEN, updated_at__lte=since, turn__status__in=["answered", "skipped"]
    )
    found = list(left[:100])
    for recording in found:
        _to_be_joined(recording)
    return len(found)


@background.reconciler
def join_forgotten() -> int:
    """Ask again for the joining of recordings that were closed and not joined; returns how many."""
    since = timezone.now() - PATIENCE
    waiting = Recording.objects.filter(status=RecordingStatus.CLOSED, updated_at__lte=since)
    from interviews import tasks

    return background.ask_again(tasks.join_recording, waiting.values_list("pk")[:100])


def _turn(interview: Interview, uid: object, take: int) -> InterviewQuestionAndResponse:
    turn = conversation.find_turn(interview=interview, uid=uid)
    if interview.status not in {InterviewStatus.IN_PROGRESS, InterviewStatus.SCORING}:
        raise TooLate(_("This interview is over."))
    if interview.text_only:
        raise NotAllowed(_("Your answers are typed: nothing is recorded."))
    if turn.status == TurnStatus.PLANNED or take not in range(1, turn.take + 1):
        raise Conflict(_("This question was not asked yet."))
    return turn


def _allowed_type(content_type: str) -> str:
    plain = content_type.partition(";")[0].strip().lower()
    if plain not in ALLOWED:
        raise WrongType(_("Recordings are WebM, MP4 or Ogg."))
    return plain


def _most_chunks(turn: InterviewQuestionAndResponse) -> int:
    seconds = conversation.answer_time(turn.interview).total_seconds()
    return int(seconds // SECONDS_PER_CHUNK) + SPARE_CHUNKS


def _check_chunk(turn: InterviewQuestionAndResponse, number: int, data: bytes, sha256: str) -> None:
    if len(data) > CHUNK_LIMIT:
        raise TooLarge(_("A chunk may have 4 MB."))
    if not data or number >= _most_chunks(turn):
        raise Invalid(_("A chunk is empty, or there are more than the answer's time allows."))
    if hashlib.sha256(data).hexdigest() != sha256.lower():
        raise Invalid(_("The chunk was damaged on the way. Please send it again."))
    if number == 0 and container_of(data) is None:
        raise WrongType(_("Recordings are WebM, MP4 or Ogg."))


def _check_space(recording: Recording, number: int, data: bytes) -> None:
    total = recording.chunks.aggregate(total=Sum("size_bytes"))["total"] or 0
    if total + len(data) > ANSWER_LIMIT:
        raise TooLarge(_("An answer may have 60 MB."))
    if recording.chunks_expected is not None and number >= recording.chunks_expected:
        raise Conflict(_("The recording has fewer chunks."))


def _recording(turn: InterviewQuestionAndResponse, take: int, content_type: str) -> Recording:
    try:
        with transaction.atomic():
            recording, _made = Recording.objects.get_or_create(
                turn=turn,
                take=take,
                defaults={"interview_id": turn.interview_id, "content_type": content_type},
            )
    except IntegrityError:  # two chunks at once: the other one made it
        recording = turn.recordings.get(take=take)
    return recording


def _same(recording: Recording, known: RecordingChunk, sha256: str) -> Progress:
    if known.sha256 != sha256.lower():
        raise Conflict(_("Another chunk has this number. Is the interview open in a second tab?"))
    return _progress(recording)


def _write(recording: Recording, number: int, sha256: str, data: bytes) -> None:
    chunk = RecordingChunk(recording=recording, number=number, sha256=sha256.lower(), size_bytes=len(data))
    try:
        chunk.file.save(f"{recording.uid}/{number}", ContentFile(data), save=False)
    except Exception as problem:  # a full disk, or a cloud that fails in its own words
        log.exception("chunk %s of recording %s could not be stored", number, recording.uid)
        raise StorageFull(
            _("The recording could not be stored just now. It is kept in your browser.")
        ) from problem
    try:
        with transaction.atomic():
            chunk.save()
            Recording.objects.filter(pk=recording.pk).update(updated_at=timezone.now())
    except IntegrityError:  # the same number at the same moment
        chunk.file.delete(save=False)
        _same(recording, recording.chunks.get(number=number), sha256)


def _progress(recording: Recording) -> Progress:
    numbers = set(recording.chunks.values_list("number", flat=True))
    expected = recording.chunks_expected
    missing = tuple(sorted(set(range(expected)) - numbers)) if expected is not None else ()
    return Progress(recording.status, len(numbers), max(numbers, default=-1) + 1, missing)


def _closed_if_complete(recording: Recording) -> Progress:
    recording.refresh_from_db()  # the end may have been named while this chunk was on its way
    now = _progress(recording)
    if recording.status == RecordingStatus.OPEN and recording.chunks_expected is not None and not now.missing:
        _to_be_joined(recording)
        return _progress(recording)
    return now


def _to_be_joined(recording: Recording) -> None:
    from interviews import tasks

    last = recording.chunks.aggregate(last=Max("number"))["last"]
    expected = recording.chunks_expected or (0 if last is None else last + 1)
    with transaction.atomic():
        closed = Recording.objects.filter(pk=recording.pk, status=RecordingStatus.OPEN).update(
            status=RecordingStatus.CLOSED, chunks_expected=expected, updated_at=timezone.now()
        )
        if closed:
            background.enqueue(tasks.join_recording, recording.pk)
    recording.refresh_from_db()
