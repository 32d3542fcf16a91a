"""Recordings: chunks in any order, twice, different, missing, too large, of a wrong kind, on a full disk."""

from __future__ import annotations

import errno
import json
import subprocess
from pathlib import Path

import pytest
import time_machine
from django.conf import settings
from django.core.files.storage import FileSystemStorage, default_storage

from interviewer.integrations.failures import Unavailable
from interviews.enums import RecordingStatus, TranscriptStatus, TurnStatus
from interviews.models import Recording, RecordingChunk
from interviews.services import conversation, joining, planning, recordings
from interviews.tests.conversations import Candidate, has_ffmpeg, pieces, sitting, turns_of, webm

pytestmark = pytest.mark.django_db
needs_ffmpeg = pytest.mark.skipif(not has_ffmpeg(), reason="ffmpeg is not installed here")
WEBM = b"\x1a\x45\xdf\xa3" + b"x" * 60


@pytest.fixture
def candidate(settings):
    settings.SPEECH_ENGINE = "none"
    interview = sitting(text_only=False)
    planning.run(interview_id=interview.pk)
    return Candidate(interview)


@pytest.fixture
def turn(candidate):
    first = turns_of(candidate.interview)[0]
    candidate.does("open", first)
    first.refresh_from_db()
    return first


def played_ms(recording: Recording) -> int:
    path = Path(default_storage.path(recording.file.name))
    command = ["ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return int(float(done.stdout) * 1000)


@needs_ffmpeg
def test_chunks_in_any_order_become_one_file_that_seeks(candidate, turn, run_tasks, tmp_path):
    chunks = pieces(webm(tmp_path), 5)
    for number in (3, 0, 4, 1, 2):
        assert candidate.sends(turn, number, chunks[number]).status_code == 200
    assert candidate.closes(turn, 5).json()["missing"] == []
    run_tasks()
    recording = turn.recordings.get()
    assert (recording.status, recording.error) == (RecordingStatus.JOINED, "")
    assert 1900 <= recording.duration_ms <= 2100
    assert recording.duration_ms == played_ms(recording)
    assert list(recording.chunks.values_list("file", flat=True)) == [""] * 5


@needs_ffmpeg
def test_a_page_that_was_reloaded_goes_on_in_the_same_recording(candidate, turn, run_tasks, tmp_path):
    before, after = pieces(webm(tmp_path, tone=440), 2), pieces(webm(tmp_path, tone=880), 3)
    for number, data in enumerate(before):
        candidate.sends(turn, number, data)
    there = candidate.client.get(candidate.take_url(turn)).json()
    assert there == {"status": "open", "received": 2, "next_number": 2, "missing": []}
    for number, data in enumerate(after, start=2):
        candidate.sends(turn, number, data)
    candidate.closes(turn, 5)
    run_tasks()
    assert 3900 <= turn.recordings.get().duration_ms <= 4200


def test_the_same_chunk_twice_is_one_chunk(candidate, turn):
    assert candidate.sends(turn, 0, WEBM).status_code == 200
    assert candidate.sends(turn, 0, WEBM).status_code == 200
    assert RecordingChunk.objects.count() == 1


def test_another_chunk_under_the_same_number_is_refused(candidate, turn):
    candidate.sends(turn, 0, WEBM)
    answer = candidate.sends(turn, 0, WEBM + b"other")
    assert (answer.status_code, answer.json()["code"]) == (409, "conflict")
    assert RecordingChunk.objects.get().size_bytes == len(WEBM)


def test_missing_chunks_are_named_and_may_come_later(candidate, turn):
    for number in (0, 2):
        candidate.sends(turn, number, WEBM)
    closed = candidate.closes(turn, 4).json()
    assert (closed["status"], closed["missing"]) == ("open", [1, 3])
    candidate.sends(turn, 3, WEBM)
    assert candidate.sends(turn, 1, WEBM).json()["status"] == "closed"
    turn.refresh_from_db()
    assert turn.status == TurnStatus.REVIEWING


def test_closing_twice_changes_nothing(candidate, turn):
    candidate.sends(turn, 0, WEBM)
    first, again = candidate.closes(turn, 1).json(), candidate.closes(turn, 1).json()
    assert first == again == {"status": "closed", "received": 1, "next_number": 1, "missing": []}


def test_a_chunk_sent_again_after_the_end_is_welcome_and_a_new_one_is_not(candidate, turn):
    candidate.sends(turn, 0, WEBM)
    candidate.closes(turn, 1)
    assert candidate.sends(turn, 0, WEBM).status_code == 200
    assert candidate.sends(turn, 1, b"more").json()["code"] == "too-late"


def test_a_chunk_of_more_than_4_mb_is_refused(candidate, turn):
    answer = candidate.sends(turn, 1, b"x" * (recordings.CHUNK_LIMIT + 1))
    assert (answer.status_code, answer.json()["code"]) == (413, "too-large")


def test_an_answer_has_at_most_60_mb(candidate, turn, monkeypatch):
    monkeypatch.setattr(recordings, "ANSWER_LIMIT", 100)
    candidate.sends(turn, 0, WEBM)
    assert candidate.sends(turn, 1, b"x" * 37).status_code == 413
    assert candidate.sends(turn, 1, b"x" * 36).status_code == 200


@pytest.mark.parametrize(
    ("content_type", "data"), [("text/html", WEBM), ("video/webm", b"<script>"), ("video/quicktime", WEBM)]
)
def test_other_kinds_of_files_are_refused_by_what_they_are(candidate, turn, content_type, data):
    answer = candidate.sends(turn, 0, data, content_type=content_type)
    assert (answer.status_code, answer.json()["code"]) == (415, "wrong-type")
    assert RecordingChunk.objects.count() == 0


def test_a_chunk_that_was_damaged_on_the_way_is_asked_for_again(candidate, turn):
    assert candidate.sends(turn, 0, WEBM, sha256="0" * 64).status_code == 422


def test_more_chunks_than_the_time_allows_are_refused(candidate, turn):
    assert candidate.sends(turn, 500, b"x").status_code == 422
    assert candidate.closes(turn, 500).status_code == 422


class FullDisk(FileSystemStorage):
    """A disk without a free byte."""

    def _save(self, name, content):
        raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_leaves_the_chunk_with_the_browser(candidate, turn, settings):
    healthy = settings.STORAGES
    settings.STORAGES = healthy | {"default": {"BACKEND": f"{__name__}.FullDisk"}}
    answer = candidate.sends(turn, 0, WEBM)
    assert (answer.status_code, answer.json()["code"]) == (507, "storage-full")
    settings.STORAGES = healthy
    assert candidate.sends(turn, 0, WEBM).status_code == 200


def test_a_full_disk_while_joining_keeps_the_chunks_for_a_later_try(candidate, turn, settings, run_tasks):
    candidate.sends(turn, 0, WEBM)
    candidate.closes(turn, 1)
    healthy = settings.STORAGES
    recording = turn.recordings.get()
    settings.STORAGES = healthy | {
        "default": {"BACKEND": f"{__name__}.FullDisk", "OPTIONS": healthy["default"]["OPTIONS"]}
    }
    with pytest.raises(Unavailable):
        joining.join(recording_id=recording.pk)
    settings.STORAGES = healthy
    run_tasks()
    recording.refresh_from_db()
    assert recording.status == RecordingStatus.JOINED


def test_a_recording_without_its_beginning_fails_openly(candidate, turn, run_tasks):
    candidate.sends(turn, 1, b"middle")
    candidate.closes(turn, 2)
    with time_machine.travel(turn.deadline_at.timestamp() + 4000, tick=False):
        conversation.settle_overdue()
        assert recordings.close_abandoned() == 1
        run_tasks()
    recording = turn.recordings.get()
    assert recording.status == RecordingStatus.FAILED
    assert recording.error == "The beginning of the recording is missing. Chunks that never arrived: 0."


@needs_ffmpeg
def test_what_came_of_a_browser_that_died_is_joined_and_counts(candidate, turn, run_tasks, tmp_path):
    for number, data in enumerate(pieces(webm(tmp_path, seconds=4), 4)[:3]):
        candidate.sends(turn, number, data)
    with time_machine.travel(turn.deadline_at.timestamp() + 4000, tick=False):
        conversation.settle_overdue()
        turn.refresh_from_db()
        assert turn.status == TurnStatus.ANSWERED
        recordings.close_abandoned()
        run_tasks()
    recording = turn.recordings.get()
    assert recording.status == RecordingStatus.JOINED
    assert 2000 <= recording.duration_ms <= 3500


def test_chunks_that_a_lost_connection_held_back_are_taken_after_the_deadline(candidate, turn):
    candidate.sends(turn, 0, WEBM)
    with time_machine.travel(turn.deadline_at.timestamp() + 300, tick=False):
        conversation.settle_overdue()
        assert candidate.sends(turn, 1, b"rest").status_code == 200
        assert candidate.closes(turn, 2).json()["status"] == "closed"


def test_nothing_is_recorded_before_the_question_was_asked(candidate):
    second = turns_of(candidate.interview)[1]
    assert candidate.sends(second, 0, WEBM).status_code == 409


def test_nothing_is_recorded_of_somebody_who_types(candidate, turn):
    candidate.interview.text_only = True
    candidate.interview.save()
    assert candidate.sends(turn, 0, WEBM).status_code == 403


def test_nobody_records_into_anothers_interview(candidate, turn):
    mallory = Candidate(sitting(text_only=False))
    assert mallory.sends(turn, 0, WEBM).status_code == 404


def test_without_speech_recognition_the_typed_words_count_and_the_recording_is_kept(candidate, turn):
    candidate.sends(turn, 0, WEBM)
    candidate.closes(turn, 1, heard="I rote a scheduler")
    turn.refresh_from_db()
    assert (turn.status, turn.transcript_status) == (TurnStatus.REVIEWING, TranscriptStatus.NONE)
    assert "I rote a scheduler</textarea>" in candidate.look().content.decode()
    candidate.does("confirm", turn, "I wrote a scheduler.")
    turn.refresh_from_db()
    assert (turn.answer, turn.was_typed, turn.recordings.count()) == ("I wrote a scheduler.", True, 1)


def test_a_correction_that_was_saved_counts_when_its_time_runs_out(candidate, turn):
    candidate.sends(turn, 0, WEBM)
    candidate.closes(turn, 1, heard="I rote it")
    candidate.writes(turn, "I wrote it")
    with time_machine.travel(turn.deadline_at.timestamp() + 300, tick=False):
        conversation.settle_overdue()
    turn.refresh_from_db()
    assert (turn.status, turn.answer) == (TurnStatus.ANSWERED, "I wrote it")


def test_an_answer_may_be_recorded_anew_once(candidate, turn):
    candidate.sends(turn, 0, WEBM)
    candidate.closes(turn, 1)
    candidate.does("rerecord", turn)
    turn.refresh_from_db()
    assert (turn.status, turn.take) == (TurnStatus.ASKED, 2)
    candidate.sends(turn, 0, WEBM + b"2", take=2)
    candidate.closes(turn, 1, take=2)
    candidate.does("rerecord", turn)
    turn.refresh_from_db()
    assert turn.status == TurnStatus.REVIEWING
    assert [row.take for row in turn.recordings.all()] == [1, 2]


def test_a_job_may_forbid_recording_anew(candidate, turn):
    candidate.interview.plan |= {"allow_rerecord": False}
    candidate.interview.save()
    candidate.sends(turn, 0, WEBM)
    candidate.closes(turn, 1)
    candidate.does("rerecord", turn)
    turn.refresh_from_db()
    assert (turn.status, turn.take) == (TurnStatus.REVIEWING, 1)


def test_the_closing_of_an_earlier_take_does_not_end_the_new_one(candidate, turn):
    candidate.sends(turn, 0, WEBM)
    candidate.closes(turn, 1)
    candidate.does("rerecord", turn)
    candidate.closes(turn, 1)
    turn.refresh_from_db()
    assert turn.status == TurnStatus.ASKED


def test_nonsense_instead_of_an_end_is_refused(candidate, turn):
    url = f"{candidate.take_url(turn)}close/"
    for body in ("", "[]", json.dumps({"chunks": "many", "content_type": "video/webm"})):
        assert candidate.client.post(url, body, content_type="application/json").status_code == 422
    assert settings.DATA_UPLOAD_MAX_MEMORY_SIZE > recordings.CHUNK_LIMIT
