"""No request skips, repeats or reorders a stage: every candidate address, at every stage, leads to the present one."""

from __future__ import annotations

import uuid

import pytest
from django.urls import URLPattern, reverse
from django.urls.converters import IntConverter

from assessments.tests.factories import QuizQuestionFactory
from companies.tests.factories import AiInterviewedJobFactory
from interviews.access import stage_url
from interviews.enums import InterviewStatus, Stage, TurnStatus
from interviews.models import Interview
from interviews.tests.arrivals import Browser, link, newest_code, stage_of, walk_in
from interviews.tests.conversations import Candidate
from interviews.tests.factories import InterviewFactory, RubricFactory, TurnFactory
from interviews.urls.candidate import urlpatterns

pytestmark = pytest.mark.django_db

ALL = {"has_match": True, "has_quiz": True, "has_coding": True}
#: What belongs to no single stage: anybody seated may ask.
FREE = {"public_link", "seat", "state", "done", "feedback_text", "feedback_pdf", "calendar", "reminders"}
#: Asked by the conversation's scripts, also after its end (the last chunks of a recording): they name a turn.
SCRIPTS = {
    "conversation_now", "conversation_state", "conversation_voice",
    "recording", "recording_chunk", "recording_close",
}  # fmt: skip


def stage_named(pattern: URLPattern) -> Stage:
    """The stage that an address belongs to, by its name."""
    return next(stage for stage in Stage if pattern.name.startswith(stage.value))


def converters(pattern: URLPattern) -> dict[str, object]:
    """The places of an address."""
    return pattern.pattern.converters


def address(pattern: URLPattern, interview: Interview, **known: object) -> str:
    """The pattern's address for this interview, other places filled with what is not there."""
    blank = {
        name: 1 if isinstance(kind, IntConverter) else uuid.uuid4()
        for name, kind in converters(pattern).items()
    }
    return reverse(f"interviews:{pattern.name}", kwargs=blank | known | {"token": interview.link_token})


PATTERNS = [pattern for pattern in urlpatterns if pattern.name not in FREE | SCRIPTS]


@pytest.mark.parametrize("at", [stage for stage in Stage if stage != Stage.SCORING])
def test_an_address_of_another_stage_leads_to_the_present_one(at):
    candidate = Candidate(InterviewFactory(job=AiInterviewedJobFactory(**ALL), at=at))
    wrong = []
    for pattern in PATTERNS:
        if stage_named(pattern) == at:
            continue
        url = address(pattern, candidate.interview)
        for method in ("get", "post"):
            answer = getattr(candidate.client, method)(url)
            # 405: this address does not take the method, at any stage.
            if answer.status_code != 405 and getattr(answer, "url", "") != stage_url(candidate.interview, at):
                wrong.append((method, pattern.name, answer.status_code))
        asked = candidate.client.post(url, headers={"Accept": "application/json"})
        if asked.status_code != 405 and asked.json().get("code") != "wrong-stage":
            wrong.append(("json", pattern.name, asked.status_code))
    assert (wrong, stage_of(candidate.interview)) == ([], at)


def test_every_address_is_walked_and_each_belongs_to_a_stage():
    assert {stage_named(pattern) for pattern in PATTERNS} == set(Stage) - {Stage.SCORING}
    names = {pattern.name for pattern in urlpatterns}
    assert names - {pattern.name for pattern in PATTERNS} == FREE | SCRIPTS


@pytest.mark.parametrize("at", [Stage.QUIZ, Stage.DEVICES])
def test_the_conversations_scripts_get_nothing_and_leave_nothing_before_it(at):
    candidate = Candidate(InterviewFactory(job=AiInterviewedJobFactory(**ALL), at=at))
    turn = TurnFactory(interview=candidate.interview, question="The planned question?")
    for pattern in (pattern for pattern in urlpatterns if pattern.name in SCRIPTS):
        url = address(
            pattern, candidate.interview, **({"turn": turn.uid} if "turn" in converters(pattern) else {})
        )
        for method in ("get", "post"):
            answer = getattr(candidate.client, method)(url)
            body = answer.content.decode()
            assert (answer.status_code < 500, turn.question in body) == (True, False), (method, url)
    turn.refresh_from_db()
    assert (turn.status, turn.recordings.count()) == (TurnStatus.PLANNED, 0)
    assert stage_of(candidate.interview) == at


@pytest.mark.parametrize(
    ("status", "says"),
    [
        (InterviewStatus.SCORING, "You have done everything."),
        (InterviewStatus.COMPLETED, "Your interview is complete"),
    ],
)
def test_a_finished_interview_shows_thanks_at_every_address(status, says):
    candidate = Candidate(InterviewFactory(job=AiInterviewedJobFactory(**ALL), at=Stage.SCORING))
    Interview.objects.update(status=status)
    for pattern in PATTERNS:
        url = address(pattern, candidate.interview)
        for method in ("get", "post"):
            answer = getattr(candidate.client, method)(url, follow=True)
            if answer.status_code != 405:
                assert (answer.status_code, says in answer.content.decode()) == (200, True), (method, url)


def test_without_a_seat_every_address_after_the_code_asks_for_it():
    interview = InterviewFactory(job=AiInterviewedJobFactory(**ALL), at=Stage.QUIZ)
    for pattern in PATTERNS:
        url = address(pattern, interview)
        for method in ("get", "post"):
            answer = getattr(Browser().client, method)(url)
            assert answer.status_code in {302, 405}, (method, url)
            if answer.status_code == 302:
                assert answer.url == link(interview, "seat/"), (method, url)


def test_the_back_button_to_a_finished_stage_leads_to_the_present_one(run_tasks):
    """The whole road to the quiz, by plain forms, stepping back after each stage."""
    job = AiInterviewedJobFactory(has_quiz=True)
    RubricFactory(job=job)
    QuizQuestionFactory(job=job)
    interview = walk_in(job)
    browser, behind = Browser().opens(link(interview)), []

    def steps_back() -> None:
        here = browser.at
        for url in behind:
            assert browser.opens(url).at == here
            assert browser.client.post(url, {"do": "upload", "code": "1", "agree": "on"}).status_code in {
                302,
                405,
            }
        behind.append(here.partition("?")[0])
        browser.opens(here)

    steps_back()
    browser.presses("Agree and begin", agree="on")
    steps_back()
    browser.presses("Type my details")
    browser.presses("This is right: go on", first_name="Asha", email="asha@example.com", skills="python")
    steps_back()
    browser.presses("Go on", code=newest_code("asha@example.com"))
    steps_back()
    run_tasks()
    browser.opens(link(interview, "match/"))
    steps_back()
    assert [url.removeprefix(link(interview)) for url in behind] == [
        "",
        "resume/",
        "email/",
        "match/",
        "quiz/",
    ]
    interview.refresh_from_db()
    assert (interview.first_name, stage_of(interview)) == ("Asha", Stage.QUIZ)
