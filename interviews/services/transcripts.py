"""Transcripts: the recorded answer in words, for the candidate to correct, or late but still in time to score."""

from __future__ import annotations

from dataclasses import asdict
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from interviewer import background
from interviewer.integrations.failures import IntegrationError, Unavailable
from interviewer.integrations.media import on_disk
from interviewer.integrations.speech import get_speech
from interviewer.integrations.speech.port import Transcript
from interviewer.journal import services as journal
from interviews.briefs import language_of
from interviews.enums import RecordingStatus, TranscriptStatus, TurnStatus
from interviews.models import InterviewQuestionAndResponse, Recording
from interviews.services import clarifying, conversation, scoring

Turn = InterviewQuestionAndResponse

#: Seconds to wait before each further try of an engine that is down.
TRIES_AFTER_SECONDS = (2, 10, 60)
#: A transcript that is awaited this long after its answer will not come any more.
LOST = timedelta(minutes=20)


def run(*, recording_id: int, tried: int = 0) -> None:
    """Have a joined recording written down. An engine that stays down leaves the recording for people to hear."""
    from interviews import tasks

    recording = Recording.objects.select_related("turn__interview__job", "interview__job").get(
        pk=recording_id
    )
    if recording.status != RecordingStatus.JOINED or recording.turn is None or not _counts(recording):
        return
    if recording.turn.status == TurnStatus.SKIPPED:  # the candidate would rather not answer
        return
    if recording.turn.transcript_status in {TranscriptStatus.READY, TranscriptStatus.FAILED}:
        return  # the same task ran before: hearing it again would cost again, and reopen the correction
    if not get_speech().capabilities.transcribes:
        give_up(recording=recording)
        return
    try:
        transcript = _listen(recording)
    except Unavailable:
        if tried >= len(TRIES_AFTER_SECONDS):
            give_up(recording=recording)
            return
        delay = timedelta(seconds=TRIES_AFTER_SECONDS[tried])
        background.enqueue(tasks.transcribe, recording.pk, tried + 1, delay=delay)
    except IntegrationError:
        give_up(recording=recording)
    else:
        keep(recording=recording, transcript=transcript)


def keep(*, recording: Recording, transcript: Transcript) -> None:
    """Put a transcript to its turn: open for correction if the candidate is still there, final if not."""
    with transaction.atomic():
        turn = _locked(recording.turn_id)
        if turn.status == TurnStatus.REVIEWING and clarifying.heed(turn=turn, text=transcript.text):
            return
        words = {
            "transcript": transcript.text.strip(),
            "transcript_status": TranscriptStatus.READY,
            "transcript_engine": transcript.engine[:60],
            "segments": [asdict(segment) for segment in transcript.segments],
        }
        if turn.status == TurnStatus.REVIEWING:
            words["review_until"] = timezone.now() + conversation.review_time(turn.interview)
        elif turn.status == TurnStatus.ANSWERED and not turn.answer:
            words["answer"] = words["transcript"]
            words["findings"] = conversation.found_in(transcript.text)
        elif turn.was_typed:  # the candidate's own words are there already
            words.pop("transcript")
        _write(turn, words)
        if "answer" in words:
            conversation.keep_own_answer(turn)
    scoring.nudge(interview=turn.interview)


def give_up(*, recording: Recording) -> None:
    """No transcript will come for this recording: the candidate may write, and scoring waits no longer."""
    if recording.turn_id is None:
        return
    _stop_waiting(recording.turn_id)


def _stop_waiting(turn_id: int) -> None:
    with transaction.atomic():
        turn = _locked(turn_id)
        if turn.transcript_status != TranscriptStatus.WAITING:
            return
        changes: dict[str, object] = {"transcript_status": TranscriptStatus.FAILED}
        if turn.status == TurnStatus.REVIEWING:
            until = timezone.now() + conversation.review_time(turn.interview, to_write=True)
            changes["review_until"] = until
        elif turn.status == TurnStatus.ANSWERED and not turn.answer:
            # Words of an earlier take, or the browser's captions, are better than none.
            changes["answer"] = turn.transcript
        _write(turn, changes)
        conversation.keep_own_answer(turn)
    scoring.nudge(interview=turn.interview)


@background.reconciler
def give_up_lost() -> int:
    """End the waiting for transcripts whose task or recording got lost; returns how many."""
    lost = Turn.objects.filter(
        transcript_status=TranscriptStatus.WAITING, answered_at__lte=timezone.now() - LOST
    )
    ids = list(lost.values_list("pk", flat=True)[:100])
    for turn_id in ids:
        _stop_waiting(turn_id)
    return len(ids)


def _counts(recording: Recording) -> bool:
    """Of several takes the newest counts."""
    turn = recording.turn
    if turn.restarts and recording.take < turn.take:  # the question was asked anew meanwhile
        return False
    return not turn.recordings.filter(take__gt=recording.take).exists()


def _locked(turn_id: int) -> Turn:
    rows = Turn.objects.select_for_update(of=("self",)).select_related("interview__job")
    return rows.get(pk=turn_id)


def _write(turn: Turn, changes: dict[str, object]) -> None:
    for name, value in changes.items():
        setattr(turn, name, value)
    turn.save(update_fields=[*changes, "updated_at"])


def _listen(recording: Recording) -> Transcript:
    engine, interview = get_speech(), recording.turn.interview
    try:
        with on_disk(recording.file) as path:
            transcript = engine.transcribe(path, language_of(interview), recording.content_type)
    except IntegrationError as problem:
        journal.provider_call(
            port="speech",
            purpose="transcribe",
            subject=interview,
            engine=engine.label[:40],
            error=str(problem) or "failed",
        )
        raise
    journal.provider_call(port="speech", purpose="transcribe", subject=interview, usage=transcript)
    return transcript
