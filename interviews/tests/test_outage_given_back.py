"""Time that an outage of the web server took is given back on the clocks that ran, once."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from assessments.tests.factories import QuizQuestionFactory
from interviewer.journal.models import AuditEvent
from interviewer.web import heart
from interviews.enums import Stage
from interviews.services import stages
from interviews.tests.arrivals import link, stage_of
from interviews.tests.conversations import Candidate, sitting

pytestmark = pytest.mark.django_db

START = timezone.now().replace(microsecond=0)


def at(seconds: float):
    return time_machine.travel(START + timedelta(seconds=seconds), tick=False)


@pytest.fixture(autouse=True)
def alive():
    """The web server lives at the start."""
    with at(0):
        heart.beat()


def begun(seconds: float = 0, **job: object) -> Candidate:
    """A candidate who started a quiz of ten minutes."""
    candidate = Candidate(sitting(at=Stage.QUIZ, **{"has_quiz": True, "quiz_minutes": 10} | job))
    QuizQuestionFactory(job=candidate.interview.job, seconds=60)
    with at(seconds):
        candidate.client.post(link(candidate.interview, "quiz/"))
        candidate.client.get(link(candidate.interview, "quiz/"))
    return candidate


def attempt(candidate: Candidate):
    return candidate.interview.stage_attempts.get(stage=Stage.QUIZ)


def test_a_clock_that_ran_gets_the_outage_back_and_the_journal_says_so():
    candidate = begun()
    with at(300):
        assert heart.beat() is True
    assert attempt(candidate).deadline_at == START + timedelta(seconds=600 + 300)
    assert attempt(candidate).given_back == timedelta(seconds=300)
    assert AuditEvent.objects.filter(action="interview.time_given_back").count() == 1


def test_of_several_processes_that_see_the_gap_one_gives_it_back():
    candidate = begun()
    with at(300):
        assert [heart.beat() for _ in range(3)] == [True, False, False]
    assert attempt(candidate).deadline_at == START + timedelta(seconds=900)


def test_a_second_outage_is_added_to_the_first():
    candidate = begun()
    for seconds in (100, 110, 210):
        with at(seconds):
            heart.beat()
    assert attempt(candidate).deadline_at == START + timedelta(seconds=600 + 100 + 100)


def test_a_short_pause_between_two_beats_is_no_outage():
    candidate = begun()
    with at(14):
        assert heart.beat() is False
    assert attempt(candidate).deadline_at == START + timedelta(seconds=600)


def test_who_began_within_the_gap_gets_what_they_lost_themselves():
    candidate = begun(seconds=40)
    with at(100):
        heart.beat()
    assert attempt(candidate).deadline_at == START + timedelta(seconds=40 + 600 + 60)


def test_a_clock_that_had_ended_before_the_outage_gets_nothing():
    candidate = begun()
    for seconds in range(10, 611, 10):
        with at(seconds):
            heart.beat()
    with at(1000):
        heart.beat()
    assert (attempt(candidate).deadline_at, attempt(candidate).given_back) == (
        START + timedelta(seconds=600),
        None,
    )


def test_a_single_questions_clock_is_put_back_too():
    candidate = begun(quiz_timing="per_question")
    with at(45):
        heart.beat()
    (until,) = attempt(candidate).state["opened"].values()
    assert parse_datetime(until) == START + timedelta(seconds=60 + 45)


def test_nobodys_stage_is_closed_while_the_web_server_is_away_nor_right_after():
    candidate = begun()
    with at(700):
        assert stages.settle_overdue() == 0
        heart.beat()
        assert stages.settle_overdue() == 0
        assert candidate.client.get(link(candidate.interview, "quiz/")).status_code == 200
    assert stage_of(candidate.interview) == Stage.QUIZ


def test_a_process_that_could_not_beat_gives_back_before_it_looks_at_the_clock(monkeypatch):
    candidate = begun()
    monkeypatch.setitem(heart._last, "beat", heart.time.monotonic() - 700)
    with at(700):
        assert candidate.client.get(link(candidate.interview, "quiz/")).status_code == 200
    assert attempt(candidate).deadline_at == START + timedelta(seconds=1300)
