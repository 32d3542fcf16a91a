"""The match: waited for, retried, made once; below the threshold a courteous end and a record."""

from __future__ import annotations

import pytest
from django.test import Client

from companies.enums import Role
from companies.tests.factories import AiInterviewedJobFactory, MembershipFactory
from interviewer.integrations.llm.tests.faulty_server import Reply, faulty_server
from interviewer.journal.models import ProviderCall
from interviews.enums import InterviewStatus, Stage
from interviews.services import matching
from interviews.tests.arrivals import link, stage_of
from interviews.tests.conversations import Candidate
from interviews.tests.factories import InterviewFactory

pytestmark = pytest.mark.django_db


def waiting(**job: object) -> Candidate:
    row = AiInterviewedJobFactory(**{"company__name": "Parcel Works"} | job)
    return Candidate(InterviewFactory(job=row, at=Stage.MATCH, skills=["python"], education="B.Tech"))


def looks(candidate: Candidate):
    return candidate.client.get(link(candidate.interview, "match/"))


def version(candidate: Candidate) -> str:
    return candidate.client.get(link(candidate.interview, "state/")).json()["version"]


def down(settings, server) -> None:
    settings.LLM_ENGINE, settings.OPENAI_API_KEY = "openai", "key"
    settings.OPENAI_BASE_URL, settings.OPENAI_TIMEOUT_SECONDS = server.base_url, 5


FAILING = Reply(500, b"{}", headers={"retry-after-ms": "1"})


def test_the_page_waits_asks_once_and_goes_on_by_itself(run_tasks):
    candidate = waiting()
    assert "Your résumé and the job are being compared" in looks(candidate).content.decode()
    looks(candidate)
    before = version(candidate)
    assert run_tasks() == 1
    assert version(candidate) != before
    assert looks(candidate).url == link(candidate.interview, "devices/")
    candidate.interview.refresh_from_db()
    assert 0 <= candidate.interview.match_score <= 100
    parts = {part["key"]: part["weight"] for part in candidate.interview.match_feedback["parts"]}
    assert parts == {"skills": 40, "experience": 30, "education": 10, "achievements": 10, "other": 10}


def test_the_same_task_twice_makes_one_match(run_tasks):
    candidate = waiting()
    looks(candidate)
    for _ in range(2):
        matching.run(interview_id=candidate.interview.pk)
    run_tasks()
    assert ProviderCall.objects.filter(purpose="match").count() == 1


def test_below_the_threshold_it_ends_courteously_and_the_recruiter_still_sees_the_record(run_tasks):
    candidate = waiting(match_threshold=100)
    looks(candidate)
    run_tasks()
    candidate.interview.refresh_from_db()
    assert candidate.interview.status == InterviewStatus.SCREENED_OUT
    for page in ("", "resume/", "match/", "quiz/", "devices/", "conversation/", "done/"):
        shown = candidate.client.get(link(candidate.interview, page), follow=True)
        assert (shown.status_code, shown.request["PATH_INFO"]) == (200, link(candidate.interview, "match/"))
    text = shown.content.decode()
    assert "Your interview for" in text
    assert "You may ask for an explanation, and for a person to look at it." in text
    assert str(candidate.interview.match_score) not in text
    recruiter, browser = MembershipFactory(company=candidate.interview.job.company, role=Role.OWNER), Client()
    browser.force_login(recruiter.user)
    record = browser.get(f"/workspace/candidates/{candidate.interview.uid}/")
    assert (record.status_code, "Asha Rao" in record.content.decode()) == (200, True)


def test_at_the_threshold_one_goes_on(run_tasks):
    candidate = waiting(match_threshold=0)
    looks(candidate)
    run_tasks()
    assert looks(candidate).url == link(candidate.interview, "devices/")


def test_an_engine_that_is_down_keeps_the_candidate_waiting_and_is_asked_again(settings, run_tasks):
    candidate = waiting(match_threshold=90)
    looks(candidate)
    with faulty_server(FAILING) as server:
        down(settings, server)
        run_tasks()
        page = looks(candidate).content.decode()
        assert "It takes longer than usual" in page
        assert stage_of(candidate.interview) == Stage.MATCH
    settings.LLM_ENGINE = "offline"
    assert run_tasks(later=True) == 1
    candidate.interview.refresh_from_db()
    assert candidate.interview.match_score is not None


def test_an_engine_that_stays_away_turns_nobody_away(settings, run_tasks):
    candidate = waiting(match_threshold=90)
    looks(candidate)
    with faulty_server(FAILING) as server:
        down(settings, server)
        run_tasks(later=True)
    assert looks(candidate).url == link(candidate.interview, "devices/")
    candidate.interview.refresh_from_db()
    assert (candidate.interview.match_score, candidate.interview.status) == (None, "in_progress")
    assert ProviderCall.objects.filter(purpose="match", ok=False).count() == matching.MAX_TRIES


def test_a_task_that_was_lost_is_asked_for_again(run_tasks):
    from django_q.models import OrmQ

    candidate = waiting()
    looks(candidate)
    OrmQ.objects.all().delete()
    assert matching.find_unmatched() == 1
    run_tasks()
    assert (looks(candidate).status_code, matching.find_unmatched()) == (302, 0)
