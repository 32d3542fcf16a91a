"""The conversation when the AI, or what hears the answers, is down, slow, or talks nonsense: it goes on."""

from __future__ import annotations

import json

import pytest
import time_machine
from django.utils import timezone

from interviewer.integrations.llm.tests.faulty_server import Reply, completion, faulty_server
from interviewer.journal.models import AuditEvent, ProviderCall
from interviews.enums import InterviewStatus, Stage, TranscriptStatus, TurnSource, TurnStatus
from interviews.models import StageAttempt
from interviews.services import conversation, planning, transcripts
from interviews.tests.conversations import SAID, Candidate, has_ffmpeg, sitting, turns_of, webm

pytestmark = pytest.mark.django_db
needs_ffmpeg = pytest.mark.skipif(not has_ffmpeg(), reason="ffmpeg is not installed here")
HEARD = {"text": "I rote a scheduler.", "language": "english", "duration": 2.0, "segments": []}


def point_to(settings, server, *, timeout: int = 5) -> None:
    settings.LLM_ENGINE = settings.SPEECH_ENGINE = "openai"
    settings.OPENAI_API_KEY, settings.OPENAI_BASE_URL = "key", server.base_url
    settings.OPENAI_TIMEOUT_SECONDS = timeout


def failing(status: int = 500) -> Reply:
    return Reply(status, b"{}", headers={"retry-after-ms": "1"})


@pytest.mark.parametrize("reply", [failing(), failing(401), completion("no JSON at all")])
def test_an_ai_that_fails_is_replaced_by_the_built_in_engine_and_the_journal_says_so(
    settings, run_tasks, reply
):
    interview = sitting(own=1, question_count=2)
    with faulty_server(reply) as server:
        point_to(settings, server)
        planning.run(interview_id=interview.pk)
        run_tasks(later=True)
    turns = turns_of(interview)
    assert [turn.source for turn in turns] == [TurnSource.OWN, TurnSource.GENERATED, TurnSource.GENERATED]
    assert AuditEvent.objects.filter(action="interview.planned_offline").count() == 1
    calls = ProviderCall.objects.filter(purpose="plan").order_by("id")
    assert calls.first().ok is False
    assert (calls.last().ok, calls.last().engine) == (True, "offline")


def test_an_ai_that_hangs_is_not_waited_for_for_ever(settings, run_tasks):
    interview = sitting(at=Stage.DEVICES, own=0, question_count=2)
    StageAttempt.objects.create(interview=interview, stage=Stage.DEVICES)
    with faulty_server(Reply(silent=True)) as server:
        point_to(settings, server, timeout=1)
        with time_machine.travel(timezone.now().timestamp() + 90, tick=True):
            assert planning.plan_missing() == 1
            run_tasks()
        assert server.asked == []
    assert len(turns_of(interview)) == 2


def test_an_ai_that_is_down_costs_the_follow_up_and_nothing_else(settings, run_tasks):
    interview = sitting(own=2, max_follow_ups=1)
    planning.run(interview_id=interview.pk)
    candidate, first = Candidate(interview), turns_of(interview)[0]
    with faulty_server(failing()) as server:
        point_to(settings, server)
        candidate.does("open", first)
        candidate.does("submit", first, SAID)
        assert candidate.state()["kind"] == "thinking"
        run_tasks()
        assert candidate.state()["kind"] == "ready"
    call = ProviderCall.objects.get(purpose="follow_up")
    assert call.ok is False


def test_a_follow_up_of_the_ai_is_asked_with_its_reason(settings, run_tasks):
    interview = sitting(own=1, max_follow_ups=1)
    planning.run(interview_id=interview.pk)
    candidate, first = Candidate(interview), turns_of(interview)[0]
    asked = {"needed": True, "text": "Why did you cache the exchange rates?", "reason": "depth"}
    with faulty_server(completion(asked)) as server:
        point_to(settings, server)
        candidate.does("open", first)
        candidate.does("submit", first, SAID)
        run_tasks()
    follow_up = turns_of(interview)[1]
    assert (follow_up.question, follow_up.reason) == ("Why did you cache the exchange rates?", "depth")


@pytest.fixture
def recorded(tmp_path):
    """A candidate who is about to record the first answer, and the recording."""
    interview = sitting(text_only=False)
    planning.run(interview_id=interview.pk)
    return Candidate(interview), turns_of(interview)[0], webm(tmp_path)


def record(candidate, turn, data) -> None:
    candidate.does("open", turn)
    candidate.sends(turn, 0, data)
    candidate.closes(turn, 1)
    turn.refresh_from_db()


@needs_ffmpeg
def test_what_was_heard_is_shown_for_correction_for_a_short_time(settings, run_tasks, recorded):
    candidate, turn, data = recorded
    with faulty_server(Reply(body=json.dumps(HEARD).encode())) as server:
        point_to(settings, server)
        record(candidate, turn, data)
        assert (turn.status, turn.transcript_status) == (TurnStatus.REVIEWING, TranscriptStatus.WAITING)
        assert "We are writing down what you said" in candidate.look().content.decode()
        run_tasks()
        assert "I rote a scheduler.</textarea>" in candidate.look().content.decode()
        turn.refresh_from_db()
        assert 85 < (turn.review_until - timezone.now()).total_seconds() <= 90
        candidate.does("confirm", turn, "I wrote a scheduler.")
    turn.refresh_from_db()
    assert (turn.answer, turn.transcript) == ("I wrote a scheduler.", "I rote a scheduler.")
    assert (turn.was_corrected, turn.was_typed) == (True, False)
    assert turn.transcript_engine == "openai whisper-1"
    assert ProviderCall.objects.filter(purpose="transcribe", ok=True).count() == 1


@needs_ffmpeg
def test_a_transcript_that_comes_after_the_end_still_counts(settings, run_tasks, recorded):
    candidate, turn, data = recorded
    with faulty_server(Reply(body=json.dumps(HEARD).encode())) as server:
        point_to(settings, server)
        record(candidate, turn, data)
        candidate.does("confirm", turn)
        turn.refresh_from_db()
        assert (turn.status, turn.answer) == (TurnStatus.ANSWERED, "")
        run_tasks()
    turn.refresh_from_db()
    assert (turn.answer, turn.transcript_status) == ("I rote a scheduler.", TranscriptStatus.READY)
    assert turn.interview.question_responses.get().answer == "I rote a scheduler."


@needs_ffmpeg
def test_scoring_waits_for_the_last_transcript(settings, run_tasks, recorded):
    candidate, first, data = recorded
    last = turns_of(candidate.interview)[1]
    candidate.does("open", first)
    candidate.does("skip", first)
    with faulty_server(Reply(body=json.dumps(HEARD).encode())) as server:
        point_to(settings, server)
        settings.LLM_ENGINE = "offline"
        record(candidate, last, data)
        candidate.does("confirm", last)
        candidate.interview.refresh_from_db()
        assert candidate.interview.status == InterviewStatus.SCORING
        run_tasks()
    last.refresh_from_db()
    candidate.interview.refresh_from_db()
    assert last.answer == "I rote a scheduler."
    assert candidate.interview.status == InterviewStatus.COMPLETED


@needs_ffmpeg
def test_when_nobody_can_hear_it_the_candidate_writes_and_the_recording_is_kept(
    settings, run_tasks, recorded
):
    candidate, turn, data = recorded
    with faulty_server(failing()) as server:
        point_to(settings, server)
        record(candidate, turn, data)
        run_tasks(later=True)
        page = candidate.look().content.decode()
        assert "could not be written down" in page
        candidate.does("confirm", turn, "I wrote a scheduler.")
    turn.refresh_from_db()
    assert (turn.answer, turn.was_typed, turn.transcript_status) == ("I wrote a scheduler.", True, "failed")
    assert turn.recordings.get().status == "joined"
    assert ProviderCall.objects.filter(purpose="transcribe", ok=False).count() == 4


@needs_ffmpeg
def test_a_transcript_that_got_lost_does_not_hold_up_the_scoring(settings, recorded):
    candidate, turn, data = recorded
    with faulty_server(failing()) as server:
        point_to(settings, server)
        record(candidate, turn, data)
        with time_machine.travel(timezone.now().timestamp() + 1000, tick=False):
            conversation.settle_overdue()
        with time_machine.travel(timezone.now().timestamp() + 4000, tick=False):
            assert transcripts.give_up_lost() == 1
    turn.refresh_from_db()
    assert (turn.status, turn.transcript_status) == (TurnStatus.ANSWERED, TranscriptStatus.FAILED)


@needs_ffmpeg
def test_words_of_the_first_take_do_not_stand_for_a_second_one_that_was_not_heard_yet(
    settings, run_tasks, recorded
):
    candidate, turn, data = recorded
    second = HEARD | {"text": "The second take."}
    replies = [Reply(body=json.dumps(words).encode()) for words in (HEARD, second)]
    with faulty_server(*replies) as server:
        point_to(settings, server)
        record(candidate, turn, data)
        run_tasks()
        candidate.does("rerecord", turn)
        candidate.sends(turn, 0, data, take=2)
        with time_machine.travel(timezone.now().timestamp() + 1000, tick=False):
            conversation.settle_overdue()
        turn.refresh_from_db()
        assert (turn.status, turn.answer) == (TurnStatus.ANSWERED, "")
        candidate.closes(turn, 1, take=2)
        run_tasks()
    turn.refresh_from_db()
    assert turn.answer == "The second take."


def test_the_servers_voice_says_a_question_only_when_it_was_asked(settings, run_tasks):
    interview = sitting(own=2)
    with faulty_server(Reply(body=b"ID3" + b"\x00" * 50, content_type="audio/mpeg")) as server:
        point_to(settings, server)
        settings.OPENAI_VOICE_MODEL = "tts-1"
        planning.run(interview_id=interview.pk)
        run_tasks()
        candidate, (first, second) = Candidate(interview), turns_of(interview)
        candidate.does("open", first)
        address = f"{candidate.url}{first.uid}/voice/"
        assert f'data-voice-url="{address}"' in candidate.look().content.decode()
        heard = candidate.client.get(address)
        assert (heard.status_code, heard.headers["Content-Type"]) == (200, "audio/mpeg")
        assert candidate.client.get(f"{candidate.url}{second.uid}/voice/").status_code == 404
    assert len(server.asked) == 2
    assert ProviderCall.objects.filter(port="speech", purpose="speak", ok=True).count() == 2


def test_a_voice_that_fails_leaves_the_browsers_own(settings, run_tasks):
    interview = sitting(own=1)
    with faulty_server(failing()) as server:
        point_to(settings, server)
        settings.OPENAI_VOICE_MODEL = "tts-1"
        planning.run(interview_id=interview.pk)
        run_tasks()
        candidate, (first,) = Candidate(interview), turns_of(interview)
        candidate.does("open", first)
        page = candidate.look().content.decode()
    assert "data-voice-url" not in page
    assert 'data-say="Own question 0?"' in page
