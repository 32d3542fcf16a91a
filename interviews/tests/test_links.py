"""The links into an interview: which lead in, which say why not, and that one person has one interview."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from companies.enums import JobStatus, Role
from companies.tests.factories import AiInterviewedJobFactory, MembershipFactory
from interviews.enums import InterviewStatus, Stage
from interviews.invitees import parse
from interviews.models import Interview
from interviews.services import invitations, verification
from interviews.tests.arrivals import Browser, link, newest_code, stage_of, walk_in
from interviews.tests.factories import InterviewFactory

pytestmark = pytest.mark.django_db

DETAILS = {"first_name": "Asha", "email": "asha@example.com"}
GO_ON = "This is right: go on"


def opened(url: str) -> tuple[int, str]:
    browser = Browser().opens(url)
    return browser.page.status_code, browser.text


@pytest.fixture
def job():
    return AiInterviewedJobFactory(company__name="Parcel Works", has_match=False)


@pytest.mark.parametrize("token", ["invented", "x" * 5000, "a.b", "%00", "a%00b", "%F0%9F%98%80", "%ff"])
def test_an_invented_link_is_not_known_and_nothing_breaks(token):
    status, text = opened(f"/i/{token}/")
    assert (status, "This link is not known." in text) == (404, True)
    status, text = opened(f"/j/{token}/")
    assert (status, "This link is not known." in text) == (404, True)


def test_an_expired_invitation_says_so_and_whom_to_ask(job):
    interview = InterviewFactory(job=job, link_expires_at=timezone.now() - timedelta(seconds=1))
    status, text = opened(link(interview))
    assert status == 410
    assert f"This link has expired. You can ask Parcel Works at {job.company.email}." in text


def test_who_has_begun_in_time_may_finish_after_the_links_last_day(job):
    interview = InterviewFactory(job=job, at=Stage.RESUME)
    with time_machine.travel(interview.link_expires_at + timedelta(days=1)):
        assert Browser().opens(link(interview)).at == link(interview, "resume/")


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (InterviewStatus.REVOKED, "The company has withdrawn this invitation."),
        (InterviewStatus.WITHDRAWN, "This interview was ended."),
        (InterviewStatus.EXPIRED, "This link has expired."),
    ],
)
def test_an_interview_that_was_ended_says_how(job, status, reason):
    interview = InterviewFactory(job=job, status=status)
    for page in ("", "resume/", "email/", "seat/", "match/", "quiz/", "done/"):
        code, text = opened(link(interview, page))
        assert (code, reason in text) == (410, True), page


def test_a_deleted_interview_is_like_one_that_never_was(job):
    interview = InterviewFactory(job=job, deleted_at=timezone.now())
    assert opened(link(interview))[0] == 404


def test_the_link_of_a_completed_interview_leads_to_thanks_only(job):
    interview = InterviewFactory(job=job, at=Stage.SCORING)
    Interview.objects.update(status=InterviewStatus.COMPLETED)
    status, text = opened(link(interview))
    assert (status, "Welcome back" in text) == (200, True)
    browser = Browser().opens(link(interview)).presses("Send me a code")
    browser.presses("Go on", code=newest_code(interview.email))
    assert browser.at == link(interview, "done/")
    assert "Your interview is complete" in browser.text


SHUT = [
    ({"status": JobStatus.CLOSED}, "This job is closed: Parcel Works takes no more interviews for it."),
    ({"status": JobStatus.DRAFT}, "Parcel Works has not published this job."),
    ({"approved": False}, "This job is being checked by this website"),
    ({"deleted_at": timezone.now()}, "This job is no longer there: Parcel Works has taken it down."),
    ({"company__deleted_at": timezone.now()}, "This job is no longer there: Parcel Works has taken it down."),
    (
        {"company__suspended_at": timezone.now()},
        "Interviews with Parcel Works are stopped for the time being.",
    ),
]


@pytest.mark.parametrize(("how", "reason"), SHUT)
def test_nobody_begins_for_a_job_that_takes_nobody_in(how, reason):
    job = AiInterviewedJobFactory(company__name="Parcel Works", **how)
    interview = InterviewFactory(job=job)
    for url in (link(interview), f"/j/{job.public_token}/"):
        status, text = opened(url)
        assert (status, reason in text, f"at {job.company.email}." in text) == (410, True, True)
    assert Browser().client.post(f"/j/{job.public_token}/").status_code == 410
    agreed = Browser().client.post(link(interview), {"agree": "on", "text_hash": "0" * 64})
    assert agreed.status_code == 410
    assert list(Interview.objects.values_list("pk", "status")) == [(interview.pk, InterviewStatus.INVITED)]


@pytest.mark.parametrize(("how", "reason"), SHUT)
def test_under_way_only_a_closed_job_lets_people_finish(how, reason):
    job = AiInterviewedJobFactory(company__name="Parcel Works", **how)
    status, text = opened(link(InterviewFactory(job=job, at=Stage.RESUME)))
    is_closed = how == {"status": JobStatus.CLOSED}
    assert (status, reason in text) == ((200, False) if is_closed else (410, True))


def test_a_job_by_personal_invitation_only_says_so_on_its_public_link(job):
    job.public_link_open = False
    job.save()
    status, text = opened(f"/j/{job.public_token}/")
    assert status == 410
    assert "Parcel Works takes candidates for this job by personal invitation only." in text
    assert opened(link(InterviewFactory(job=job)))[0] == 200


def test_looking_at_the_public_link_begins_nothing_and_each_browser_gets_an_interview_of_its_own(job):
    browser = Browser().opens(f"/j/{job.public_token}/")
    assert Interview.objects.count() == 0
    browser.presses("Get my private link")
    other = Browser().opens(f"/j/{job.public_token}/").presses("Get my private link")
    assert [link(row) for row in Interview.objects.order_by("pk")] == [browser.at, other.at]


def test_two_clicks_on_the_public_link_make_one_interview_until_it_has_begun(job):
    browser = Browser().opens(f"/j/{job.public_token}/")
    assert browser.client.post(f"/j/{job.public_token}/").url == browser.presses("Get my private link").at
    Interview.objects.update(status=InterviewStatus.IN_PROGRESS)
    again = browser.opens(f"/j/{job.public_token}/")
    assert "You have begun an interview in this browser." in again.text
    again.presses("Begin as somebody else")
    assert Interview.objects.count() == 2


def test_more_starts_than_a_lecture_hall_are_refused_with_a_time_to_come_back(job, monkeypatch):
    monkeypatch.setattr("interviews.services.public_links.STARTS_PER_HOUR", 2)
    answers = [Browser().client.post(f"/j/{job.public_token}/") for _ in range(3)]
    assert [answer.status_code for answer in answers] == [302, 302, 429]
    assert (answers[2]["Retry-After"], Interview.objects.count()) == ("3600", 2)


def came_and_typed(job, address: str) -> tuple[Interview, Browser]:
    """Somebody by the public link who typed an address and stands before its code."""
    interview = walk_in(job, at=Stage.RESUME)
    browser = Browser().opens(link(interview)).presses("Type my details")
    browser.presses(GO_ON, **DETAILS | {"email": address})
    assert browser.at == link(interview, "email/")
    return interview, browser


def test_one_address_has_one_interview_for_a_job_however_it_is_written(job):
    first, browser = came_and_typed(job, "  Asha@Example.COM ")
    browser.presses("Go on", code=newest_code("asha@example.com"))
    assert browser.at == link(first, "devices/")
    with time_machine.travel(timezone.now() + timedelta(minutes=1)):
        second, other = came_and_typed(job, "ASHA@example.com")
        other.presses("Go on", code=newest_code("asha@example.com"))
    assert other.at == link(first, "devices/")
    assert "You already have an interview for this job with this address." in other.text
    second.refresh_from_db()
    assert second.status == InterviewStatus.WITHDRAWN
    assert opened(link(second))[0] == 410


def test_the_same_person_may_interview_for_another_job(job):
    for one in (job, AiInterviewedJobFactory(has_match=False)):
        interview, browser = came_and_typed(one, "asha@example.com")
        browser.presses("Go on", code=newest_code("asha@example.com"))
        assert stage_of(interview) == Stage.DEVICES


def test_typing_somebody_elses_address_locks_nobody_out(job):
    mallory, at_code = came_and_typed(job, "asha@example.com")
    with time_machine.travel(timezone.now() + timedelta(minutes=1)):
        asha, browser = came_and_typed(job, "asha@example.com")
        browser.presses("Go on", code=newest_code("asha@example.com"))
    assert browser.at == link(asha, "devices/")
    at_code.presses("Go on", code="000000")
    assert (at_code.page.status_code, stage_of(mallory)) == (422, Stage.EMAIL_CODE)
    mallory.refresh_from_db()
    assert mallory.email_verified_at is None


def test_an_unproven_address_keeps_nobody_from_being_invited(job):
    recruiter = MembershipFactory(company=job.company, role=Role.OWNER)
    mallory, _browser = came_and_typed(job, "asha@example.com")
    (outcome,) = invitations.invite(actor=recruiter, job=job, people=parse("Asha Rao <Asha@example.com>"))
    assert (outcome.result, outcome.interview == mallory) == (invitations.INVITED, False)
    asha = Browser().opens(link(outcome.interview)).presses("Agree and begin", agree="on")
    asha.presses("Type my details").presses(GO_ON, first_name="Asha")
    asha.presses("Go on", code=newest_code("asha@example.com"))
    assert asha.at == link(outcome.interview, "devices/")
    (again,) = invitations.invite(actor=recruiter, job=job, people=parse("asha@example.com"))
    assert again.result == invitations.ALREADY


def test_strangers_who_flood_an_address_do_not_keep_its_invited_holder_out(job):
    for _ in range(10):
        verification.send(interview=walk_in(job, at=Stage.EMAIL_CODE, email="asha@example.com"))
    one_more = Browser().opens(link(walk_in(job, at=Stage.EMAIL_CODE, email="asha@example.com")))
    assert "Too many codes were asked for." in one_more.text
    asha = InterviewFactory(job=job, at=Stage.EMAIL_CODE, email="asha@example.com")
    browser = Browser().opens(link(asha))
    browser.presses("Go on", code=newest_code("asha@example.com"))
    assert browser.at == link(asha, "devices/")


def test_who_was_invited_and_came_by_the_public_link_goes_on_with_what_was_proven(job):
    invited = InterviewFactory(job=job, email="asha@example.com", at=Stage.RESUME)
    walked_in, browser = came_and_typed(job, "asha@example.com")
    browser.presses("Go on", code=newest_code("asha@example.com"))
    with time_machine.travel(timezone.now() + timedelta(minutes=1)):
        other = Browser().opens(link(invited)).presses("Type my details").presses(GO_ON, first_name="Asha")
        other.presses("Go on", code=newest_code("asha@example.com"))
    assert other.at == link(walked_in, "devices/")
