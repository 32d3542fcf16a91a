"""A turn as people talk: requests instead of answers, the way out of a circle, questions at the end, changing to text."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from interviewer.errors import Conflict
from interviewer.integrations.speech.port import Segment, Transcript
from interviewer.journal.models import AuditEvent
from interviews.enums import InterviewStatus, TranscriptStatus, TurnStatus
from interviews.services import candidate_questions, clarifying, conversation, moments, planning, transcripts
from interviews.tests.conversations import SAID, Candidate, sitting, turns_of
from interviews.tests.factories import RecordingFactory

pytestmark = pytest.mark.django_db

DESCRIPTION = (
    "You build payment services in Python and Django.\n"
    "You may work from home three days a week. The office is in Pune.\n"
    "The team has six engineers and a designer."
)


@pytest.fixture
def candidate(settings):
    settings.SPEECH_ENGINE = "none"
    interview = sitting()
    planning.run(interview_id=interview.pk)
    return Candidate(interview)


def first_open(candidate: Candidate):
    turn = turns_of(candidate.interview)[0]
    candidate.does("open", turn)
    return turn


@pytest.mark.parametrize("text", ["I'd rather not answer.", "मैं इसका जवाब नहीं देना चाहता।"])
def test_who_writes_that_they_would_rather_not_answer_has_not_answered(candidate, text):
    turn = first_open(candidate)
    candidate.does("submit", turn, text)
    turn.refresh_from_db()
    assert (turn.status, turn.answer) == (TurnStatus.SKIPPED, "")


@pytest.mark.parametrize("text", ["Could you repeat the question please?", "कृपया दोहराइए।"])
def test_who_asks_to_hear_it_again_gets_the_whole_time_again(candidate, text):
    with time_machine.travel("2026-11-24 10:00+00:00", tick=False) as clock:
        turn = first_open(candidate)
        clock.shift(100)
        candidate.does("submit", turn, text)
        turn.refresh_from_db()
        assert turn.deadline_at == timezone.now() + timedelta(seconds=180)
    assert (turn.status, turn.transcript, turn.rephrased, turn.take) == (TurnStatus.ASKED, "", "", 2)
    assert AuditEvent.objects.filter(action="turn.asked_anew").count() == 1


@pytest.mark.parametrize("text", ["Sorry, I don't understand the question.", "मुझे समझ नहीं आया।"])
def test_who_does_not_understand_gets_other_words_about_the_competency(candidate, text):
    candidate.interview.rubric.competencies.update(name="Databases", description="Finds slow queries.")
    candidate.interview.turns.update(competency_key=candidate.interview.rubric.competencies.first().key)
    turn = first_open(candidate)
    candidate.does("submit", turn, text)
    page = candidate.look().content.decode()
    assert "In other words: this is about “Databases”. Finds slow queries." in page
    assert "Own question 0?" in page


def test_a_button_says_the_same_as_the_sentence(candidate):
    turn = first_open(candidate)
    candidate.does("rephrase", turn)
    turn.refresh_from_db()
    assert turn.rephrased.startswith("Say what you know about it")
    assert turn.restarts == 1


def ask_until_stuck(candidate: Candidate):
    turn = first_open(candidate)
    for _ in range(3):
        candidate.does("submit", turn, "Please repeat.")
    return turn


def test_going_round_in_a_circle_ends_with_an_apology_and_a_choice(candidate):
    ask_until_stuck(candidate)
    page = candidate.look().content.decode()
    assert candidate.state()["kind"] == "stuck"
    assert "I am sorry, we are going round in a circle." in page
    assert "Begin this question again" in page


def test_out_of_the_circle_by_going_on(candidate):
    turn = ask_until_stuck(candidate)
    candidate.does("skip", turn)
    assert "Ready for question 2 of 2?" in candidate.look().content.decode()


def test_out_of_the_circle_by_beginning_the_question_again_which_is_possible_once(candidate):
    turn = ask_until_stuck(candidate)
    candidate.does("restart", turn)
    assert candidate.state()["kind"] == "question"
    candidate.does("submit", turn, "Please repeat.")
    assert "Begin this question again" not in candidate.look().content.decode()
    candidate.does("restart", turn)
    assert candidate.state()["kind"] == "stuck"


def test_of_two_tabs_that_ask_at_once_only_one_is_heard(candidate):
    turn = first_open(candidate)
    mine, theirs = (conversation.find_turn(interview=candidate.interview, uid=turn.uid) for _ in range(2))
    clarifying.heed(turn=mine, text="Please repeat.")
    with pytest.raises(Conflict):
        clarifying.heed(turn=theirs, text="Please repeat.")


def spoken_turn(text: str):
    interview = sitting(text_only=False)
    planning.run(interview_id=interview.pk)
    turn = turns_of(interview)[0]
    conversation.open_question(interview=interview, uid=turn.uid)
    interview.turns.filter(pk=turn.pk).update(
        status=TurnStatus.REVIEWING, transcript_status=TranscriptStatus.WAITING
    )
    turn.refresh_from_db()
    recording = RecordingFactory(interview=interview, turn=turn, take=1, status="joined")
    transcripts.keep(
        recording=recording, transcript=Transcript(text, "en", (Segment(0.0, 1.0, text),), "test")
    )
    turn.refresh_from_db()
    return turn


def test_a_request_that_was_spoken_is_heard_in_the_transcript():
    turn = spoken_turn("Sorry, could you repeat that please?")
    assert (turn.status, turn.restarts, turn.transcript) == (TurnStatus.ASKED, 1, "")


def test_a_spoken_answer_stays_open_for_correction():
    turn = spoken_turn(SAID)
    assert (turn.status, turn.restarts, turn.transcript) == (TurnStatus.REVIEWING, 0, SAID)


@pytest.fixture
def asking(settings):
    settings.SPEECH_ENGINE = "none"
    interview = sitting(
        own=1, has_warm_up=True, takes_questions=True, description=DESCRIPTION, requirements=""
    )
    planning.run(interview_id=interview.pk)
    return Candidate(interview)


def phase(candidate: Candidate) -> str:
    interview = type(candidate.interview).objects.get(pk=candidate.interview.pk)
    return str(moments.read(interview).phase)


def test_the_phases_come_in_their_order(asking):
    interview, phases = asking.interview, []
    asking.look()
    phases.append(phase(asking))
    for turn in turns_of(interview):
        asking.does("open", turn)
        phases.append(phase(asking))
        asking.does("submit", turn, SAID)
    phases.append(phase(asking))
    asks(asking, "enough")
    assert [*phases, phase(asking)] == ["greet", "warm_up", "measure", "questions", "close"]


def asks(candidate: Candidate, do: str, text: str = ""):
    return candidate.client.post(f"{candidate.url}questions/", {"do": do, "text": text})


def at_the_end(candidate: Candidate) -> Candidate:
    candidate.look()
    for turn in turns_of(candidate.interview):
        candidate.does("open", turn)
        candidate.does("submit", turn, SAID)
    return candidate


def test_a_question_about_the_job_is_answered_in_the_jobs_own_words(asking):
    asks(at_the_end(asking), "ask", "Can I work from home?")
    page = asking.look().content.decode()
    assert "You may work from home three days a week." in page
    assert "six engineers" not in page


def test_what_the_job_does_not_say_is_left_to_the_recruiter_and_kept(asking):
    asks(at_the_end(asking), "ask", "Is there a parking lot for electric bicycles?")
    assert "the recruiter will answer it" in asking.look().content.decode()
    kept = asking.interview.candidate_questions.get()
    assert (kept.question, kept.answer) == ("Is there a parking lot for electric bicycles?", "")


def test_nothing_is_answered_that_the_job_does_not_say():
    job = sitting(description=DESCRIPTION, requirements="").job
    job.benefits = ""
    unknown = ["What is the salary?", "Who founded the company?", "क्या छुट्टियाँ मिलेंगी?", "asdf"]
    assert [candidate_questions.answer_from(job, text) for text in unknown] == [""] * 4


def test_an_empty_question_is_sent_back(asking):
    assert asks(at_the_end(asking), "ask", "  ").status_code == 422


def test_questions_come_at_the_end_only(asking):
    asking.look()
    asks(asking, "ask", "Can I work from home?")
    assert asking.interview.candidate_questions.count() == 0


def test_who_has_no_questions_is_thanked(asking):
    asks(at_the_end(asking), "enough")
    asking.interview.refresh_from_db()
    assert asking.interview.status == InterviewStatus.SCORING


def test_who_leaves_without_a_word_is_handed_in_after_a_while(asking):
    with time_machine.travel("2026-11-24 10:00+00:00", tick=False) as clock:
        at_the_end(asking)
        clock.shift(299)
        conversation.settle_overdue()
        asking.interview.refresh_from_db()
        assert asking.interview.status == InterviewStatus.IN_PROGRESS
        clock.shift(2)
        conversation.settle_overdue()
    asking.interview.refresh_from_db()
    assert asking.interview.status == InterviewStatus.SCORING


def test_a_candidate_changes_to_text_in_the_middle_of_a_question_and_keeps_the_clock():
    interview = sitting(text_only=False)
    planning.run(interview_id=interview.pk)
    candidate = Candidate(interview)
    turn = first_open(candidate)
    turn.refresh_from_db()
    moved = candidate.does("type", turn, **{"X-Part": "moment"})
    assert moved.url == candidate.url
    page = candidate.look().content.decode()
    assert "data-recorder data-turn" not in page
    assert "Send my answer" in page
    deadline = turn.deadline_at
    turn.refresh_from_db()
    assert turn.deadline_at == deadline


def test_changing_to_text_needs_the_jobs_permission():
    interview = sitting(text_only=False, allow_text_only=False)
    planning.run(interview_id=interview.pk)
    candidate = Candidate(interview)
    candidate.does("type", first_open(candidate))
    interview.refresh_from_db()
    assert not interview.text_only
