"""Follow-ups: they come out of the answer, in time or not at all."""

from __future__ import annotations

import pytest
import time_machine

from interviewer.journal.models import ProviderCall
from interviews.enums import InterviewStatus, TurnSource, TurnStatus
from interviews.services import conversation, follow_ups, planning
from interviews.tests.conversations import SAID, Candidate, sitting, turns_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def candidate():
    interview = sitting(own=0, question_count=2, max_follow_ups=1)
    planning.run(interview_id=interview.pk)
    return Candidate(interview)


def answer_first(candidate: Candidate, text: str):
    first = turns_of(candidate.interview)[0]
    candidate.does("open", first)
    candidate.does("submit", first, text)
    first.refresh_from_db()
    return first


def test_a_follow_up_takes_up_what_was_said(candidate, run_tasks):
    first = answer_first(candidate, "I wrote a scheduler in Python that cut our costs.")
    assert candidate.state()["kind"] == "thinking"
    run_tasks()
    turns = turns_of(candidate.interview)
    assert [turn.source for turn in turns] == [
        TurnSource.GENERATED,
        TurnSource.FOLLOW_UP,
        TurnSource.GENERATED,
    ]
    assert (turns[1].parent_id, turns[1].status) == (first.pk, TurnStatus.PLANNED)
    assert turns[1].reason
    assert "I would like to ask more about that." in candidate.look().content.decode()


def test_different_answers_get_different_follow_ups(run_tasks):
    asked = []
    for text in ("I used caching in Redis and it was good.", "I broke production once and we had an outage."):
        interview = sitting(own=1, max_follow_ups=1)
        planning.run(interview_id=interview.pk)
        answer_first(Candidate(interview), text)
        run_tasks()
        asked += [turn.question for turn in turns_of(interview) if turn.source == TurnSource.FOLLOW_UP]
    assert len(set(asked)) == 2


def test_there_are_never_more_follow_ups_than_the_job_allows(candidate, run_tasks):
    answer_first(candidate, "I wrote a scheduler in Python that cut our costs.")
    run_tasks()
    follow_up = turns_of(candidate.interview)[1]
    candidate.does("open", follow_up)
    candidate.does("submit", follow_up, "It was hard and good.")
    run_tasks()
    assert len(turns_of(candidate.interview)) == 3


def test_without_a_worker_the_page_goes_on_after_a_while(candidate, run_tasks):
    with time_machine.travel("2026-11-24 10:00+00:00", tick=False) as clock:
        first = answer_first(candidate, "I wrote a scheduler in Python that cut our costs.")
        clock.shift(21)
        assert candidate.state()["kind"] == "ready"
        candidate.does("open", turns_of(candidate.interview)[1])
        run_tasks()
    first.refresh_from_db()
    assert first.considered_at
    assert [turn.source for turn in turns_of(candidate.interview)] == [TurnSource.GENERATED] * 2


def test_thinking_about_the_last_answer_ends_the_conversation_by_itself(candidate):
    with time_machine.travel("2026-11-24 10:00+00:00", tick=False) as clock:
        for turn in turns_of(candidate.interview):
            candidate.does("open", turn)
            candidate.does("submit", turn, SAID)
            clock.shift(30)
        conversation.settle_overdue()
    candidate.interview.refresh_from_db()
    assert candidate.interview.status == InterviewStatus.SCORING


def test_a_follow_up_is_considered_once(candidate, run_tasks):
    first = answer_first(candidate, "I wrote a scheduler in Python that cut our costs.")
    run_tasks()
    assert follow_ups.consider(turn_id=first.pk) is None
    assert ProviderCall.objects.filter(purpose="follow_up").count() == 1
