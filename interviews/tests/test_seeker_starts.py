"""A job seeker begins an interview from the board: data filled in, address proven, once for each job; and the list."""

from __future__ import annotations

import pytest
from allauth.account.models import EmailAddress
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone

from companies.tests.factories import AiInterviewedJobFactory, JobApplicationFactory
from interviewer.integrations.documents.tests.test_resume_documents import pdf
from interviewer.journal.models import OutgoingMail
from interviews.consents import consent_text
from interviews.enums import InterviewSource, InterviewStatus, Stage
from interviews.models import Interview
from interviews.services import stages
from interviews.tests.factories import InterviewFactory
from seekers.tests.factories import HigherEducationFactory, JobSeekerFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def job():
    return AiInterviewedJobFactory()


@pytest.fixture
def asha():
    return JobSeekerFactory(
        first_name="Asha",
        last_name="Rao",
        phone="+91 98765 43210",
        years_of_experience=3,
        key_skills=["python", "sql"],
        user__email="asha@mail.example",
    )


@pytest.fixture
def browser(asha):
    client = Client()
    client.force_login(asha.user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def start(browser, job):
    return browser.post(f"/jobs/{job.uid}/interview/")


def agree(browser, interview):
    text = consent_text(interview.job, "en")
    return browser.post(f"/i/{interview.link_token}/", {"agree": "on", "text_hash": text.sha256}, follow=True)


def test_the_way_from_the_board_to_the_match_asks_only_for_a_look_at_the_data(browser, asha, job):
    HigherEducationFactory(job_seeker=asha)
    asha.resume.save("mine.pdf", ContentFile(pdf("<p>Asha Rao</p><p>Python and SQL for three years</p>")))
    answer = start(browser, job)
    found = Interview.objects.get()
    assert answer.url == f"/i/{found.link_token}/"
    assert (found.job_seeker, found.source, found.email) == (asha, "job_board", "asha@mail.example")
    assert "three years" in found.resume_text

    page = agree(browser, found)
    form = page.context["form"]
    assert (form["first_name"].value(), form["skills"].value()) == ("Asha", "python, sql")
    assert form["education"].value() == "Bachelor: B.Tech, National Institute of Technology"
    assert form.fields["email"].disabled is True

    sent = {name: form[name].value() or "" for name in form.fields} | {"email": "other@mail.example"}
    answer = browser.post(f"/i/{found.link_token}/resume/", sent)
    found.refresh_from_db()
    assert (answer.status_code, found.email) == (302, "asha@mail.example")
    assert stages.current(Interview.objects.get()) == Stage.MATCH
    assert OutgoingMail.objects.count() == 0


def test_without_a_resume_the_form_is_filled_from_the_profile(browser, job):
    start(browser, job)
    page = agree(browser, Interview.objects.get())
    assert page.context["form"]["last_name"].value() == "Rao"


def test_a_resume_that_cannot_be_read_is_asked_for_in_the_interview(browser, asha, job):
    asha.resume.save("mine.pdf", ContentFile(b"no document"))
    start(browser, job)
    found = Interview.objects.get()
    assert (found.resume.name, agree(browser, found).status_code) == ("", 200)


def test_the_public_link_offers_the_profile_to_who_has_one(browser, job, client):
    url = f"/j/{job.public_token}/"
    shown = [f"/jobs/{job.uid}/interview/" in one.get(url).content.decode() for one in (browser, client)]
    assert shown == [True, False]


def test_starting_twice_leads_to_the_same_interview(browser, job):
    assert start(browser, job).url == start(browser, job).url
    assert Interview.objects.count() == 1


def test_an_address_that_is_not_proven_gets_its_code(browser, asha, job):
    EmailAddress.objects.filter(user=asha.user).update(verified=False)
    start(browser, job)
    found = Interview.objects.get()
    assert (found.email_verified_at, found.stage_attempts.count()) == (None, 0)


def test_who_was_invited_goes_on_with_the_invitation(browser, asha, job):
    invited = InterviewFactory(job=job, email="asha@mail.example", source=InterviewSource.INVITATION)
    start(browser, job)
    invited.refresh_from_db()
    assert (Interview.objects.count(), invited.job_seeker) == (1, asha)


def test_what_a_stranger_typed_is_nobody_s_interview(browser, asha, job):
    typed = InterviewFactory(job=job, email="asha@mail.example", source=InterviewSource.PUBLIC_LINK)
    start(browser, job)
    typed.refresh_from_db()
    assert (Interview.objects.for_seeker(asha).count(), typed.job_seeker) == (1, None)


def test_an_interview_with_the_proven_address_is_the_one_however_it_ended(browser, asha, job):
    ended = InterviewFactory(
        job=job,
        email="asha@mail.example",
        email_verified_at=timezone.now(),
        status=InterviewStatus.REVOKED,
    )
    answer = start(browser, job)
    assert (answer.url, Interview.objects.count()) == (f"/i/{ended.link_token}/", 1)
    assert browser.get(answer.url).status_code == 410


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"status": "closed"}, 410),
        ({"approved": False}, 410),
        ({"public_link_open": False}, 410),
        ({"company__suspended_at": timezone.now()}, 410),
        ({"deleted_at": timezone.now()}, 404),
    ],
)
def test_a_job_that_takes_nobody_says_so(browser, changes, status):
    assert start(browser, AiInterviewedJobFactory(**changes)).status_code == status
    assert Interview.objects.count() == 0


def test_a_closed_job_lets_its_candidate_go_on(browser, job):
    start(browser, job)
    agree(browser, Interview.objects.get())
    job.status = "closed"
    job.save()
    assert start(browser, job).status_code == 302


def test_coming_back_from_another_browser_needs_no_code(browser, asha, job):
    start(browser, job)
    found = Interview.objects.get()
    other = Client()
    assert other.get(f"/i/{found.link_token}/").url == f"/i/{found.link_token}/seat/"
    other.force_login(asha.user, backend="django.contrib.auth.backends.ModelBackend")
    answer = other.get(f"/me/interviews/{found.uid}/", follow=True)
    assert answer.redirect_chain[-1][0] == f"/i/{found.link_token}/"


def test_the_list_holds_both_kinds_and_only_one_s_own(browser, asha):
    JobApplicationFactory(job_seeker=asha, job__title="Clerk", status="shortlisted")
    JobApplicationFactory(job__title="Somebody else's")
    InterviewFactory(job__title="Engineer", job_seeker=asha, at=Stage.QUIZ)
    InterviewFactory(job__title="Not mine")
    page = browser.get("/me/applications/")
    assert [row.job.title for row in page.context["applications"]] == ["Clerk"]
    assert [(row.interview.job.title, row.progress) for row in page.context["rows"]] == [
        ("Engineer", "Devices")
    ]


def test_the_list_needs_as_many_queries_for_three_rows_as_for_one(browser, asha, django_assert_num_queries):
    for more in (1, 2):
        for _row in range(more):
            JobApplicationFactory(job_seeker=asha)
            InterviewFactory(job_seeker=asha, at=Stage.QUIZ)
        with django_assert_num_queries(8):
            assert browser.get("/me/applications/").status_code == 200
