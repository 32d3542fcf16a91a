"""The device check: what it asks for, who may type instead, and that it is passed once."""

from __future__ import annotations

import pytest

from interviewer.journal.models import AuditEvent
from interviews.enums import Stage
from interviews.services import stages
from interviews.tests.conversations import Candidate, sitting, turns_of

pytestmark = pytest.mark.django_db


def devices_url(candidate: Candidate) -> str:
    return f"/i/{candidate.interview.link_token}/devices/"


def finishes(candidate: Candidate, mode: str, **results: str):
    return candidate.client.post(devices_url(candidate), {"mode": mode, **results})


@pytest.fixture
def candidate():
    return Candidate(sitting(at=Stage.DEVICES, text_only=False))


def test_the_questions_are_planned_while_the_devices_are_checked(candidate, run_tasks):
    candidate.client.get(devices_url(candidate))
    candidate.client.get(devices_url(candidate))
    assert run_tasks() == 1
    assert len(turns_of(candidate.interview)) == 2


def test_somebody_who_was_heard_goes_on_to_speak(candidate):
    moved = finishes(candidate, "recorded", microphone="ok", camera="failed", speaker="ok")
    assert moved.url == candidate.url
    candidate.interview.refresh_from_db()
    attempt = candidate.interview.stage_attempts.get(stage=Stage.DEVICES)
    assert (candidate.interview.text_only, attempt.state["camera"]) == (False, "failed")


def test_without_a_microphone_nobody_goes_on_to_speak(candidate):
    answer = finishes(candidate, "recorded", microphone="failed")
    assert answer.status_code == 422
    assert "Your microphone was not heard yet." in answer.content.decode()
    assert stages.current(candidate.interview) == Stage.DEVICES


def test_typing_is_granted_here_and_kept(candidate):
    finishes(candidate, "typed")
    candidate.interview.refresh_from_db()
    assert candidate.interview.text_only is True
    assert AuditEvent.objects.filter(action="interview.answers_typed").count() == 1


def test_a_job_may_insist_on_speaking_unless_there_is_an_accommodation():
    strict = Candidate(sitting(at=Stage.DEVICES, text_only=False, allow_text_only=False))
    assert "Type my answers" not in strict.client.get(devices_url(strict)).content.decode()
    assert finishes(strict, "typed").status_code == 422
    granted = Candidate(sitting(at=Stage.DEVICES, text_only=True, allow_text_only=False))
    assert finishes(granted, "typed").url == granted.url


def test_nonsense_is_refused(candidate):
    assert finishes(candidate, "telepathy").status_code == 422


def test_the_check_is_not_passed_twice(candidate):
    finishes(candidate, "typed")
    assert finishes(candidate, "recorded", microphone="ok").url == candidate.url
    candidate.interview.refresh_from_db()
    assert candidate.interview.text_only is True
