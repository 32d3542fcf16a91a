"""Applying: what is sent stays as it was, once for each job, and politely refused where nobody is taken."""

from __future__ import annotations

import threading

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection, connections
from django.test import Client
from django.utils import timezone

from companies.letters import Letter
from companies.models import Job, JobApplication, SentLetter
from companies.services import letters
from companies.tests.factories import JobApplicationFactory, JobFactory
from interviewer.errors import Conflict, Gone
from seekers.models import JobSeeker
from seekers.queries import profile_from
from seekers.services import applying
from seekers.tests.factories import EmploymentDetailFactory, HigherEducationFactory, JobSeekerFactory

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4 as it was"


@pytest.fixture
def asha():
    row = JobSeekerFactory(first_name="Asha", last_name="Rao", key_skills=["excel"], summary="Careful.")
    row.resume.save("mine.pdf", ContentFile(PDF))
    return row


@pytest.fixture
def job():
    return JobFactory(title="Clerk")


@pytest.fixture
def browser(asha):
    client = Client()
    client.force_login(asha.user)
    return client


def test_what_was_sent_does_not_change_with_the_profile(asha, job):
    EmploymentDetailFactory(job_seeker=asha, title="Cashier")
    HigherEducationFactory(job_seeker=asha)
    row = applying.apply(seeker=asha, job=job)
    before = JobApplication.objects.values_list("profile_snapshot", flat=True).get(pk=row.pk)

    asha.employmentdetails.all().delete()
    old = asha.resume.name
    asha.resume.save("new.pdf", ContentFile(b"%PDF-1.4 another"))
    default_storage.delete(old)
    JobSeeker.objects.filter(pk=asha.pk).update(first_name="Other", key_skills=[], summary="Now else.")

    row = JobApplication.objects.get(pk=row.pk)
    assert row.profile_snapshot == before
    assert (before["name"], before["key_skills"], before["summary"]) == ("Asha Rao", ["excel"], "Careful.")
    shown = [entry for section in profile_from(before).sections for entry in section.entries]
    assert ("Cashier" in shown[0].main, "Acme" in shown[0].sub) == (True, True)
    assert len(shown) == 2
    assert row.resume_snapshot.read() == PDF


def test_nothing_private_is_sent(asha, job):
    asha.gender, asha.birth_on = "female", timezone.localdate()
    asha.save()
    sent = applying.apply(seeker=asha, job=job).profile_snapshot
    assert not {"gender", "birth_on", "photo", "staff_notes"} & set(sent)


def test_applying_is_thanked_for_unless_the_company_does_not_write(asha, job):
    applying.apply(seeker=asha, job=job)
    assert SentLetter.objects.get().subject == "We have your application: Clerk"
    other = JobFactory()
    letters.save(actor=None, company=other.company, status="applied", letter=Letter("x", "x", is_on=False))
    applying.apply(seeker=asha, job=other)
    assert SentLetter.objects.count() == 1


def test_a_second_application_is_refused_and_leaves_no_file(asha, job):
    applying.apply(seeker=asha, job=job)
    kept = default_storage.listdir("applications/resumes")[1]
    with pytest.raises(Conflict, match="applied for this job already"):
        applying.apply(seeker=asha, job=job)
    assert (JobApplication.objects.count(), default_storage.listdir("applications/resumes")[1]) == (1, kept)


def test_who_withdrew_may_apply_once_more_with_what_holds_then(asha, job, django_capture_on_commit_callbacks):
    row = applying.apply(seeker=asha, job=job)
    first = row.resume_snapshot.name
    applying.withdraw(application=row)
    assert JobApplication.objects.get().status == "withdrawn"
    asha.summary = "Now else."
    asha.save()
    with django_capture_on_commit_callbacks(execute=True):
        again = applying.apply(seeker=asha, job=job)
    assert (again.pk, again.status, again.profile_snapshot["summary"]) == (row.pk, "applied", "Now else.")
    assert (default_storage.exists(first), again.resume_snapshot.read()) == (False, PDF)


@pytest.mark.parametrize("status", ["rejected", "withdrawn"])
def test_what_is_over_is_not_withdrawn(asha, job, status):
    row = JobApplicationFactory(job_seeker=asha, job=job, status=status)
    with pytest.raises(Conflict, match="decided or withdrawn already"):
        applying.withdraw(application=row)


@pytest.mark.django_db(transaction=True)
def test_two_clicks_at_once_make_one_application():
    if connection.vendor == "sqlite":
        pytest.skip("SQLite has one writer: the second waits for the first, which the tests above show")
    seeker, job = JobSeekerFactory(), JobFactory()
    start, results = threading.Barrier(2), []

    def click():
        try:
            start.wait(timeout=10)
            results.append(applying.apply(seeker=JobSeeker.objects.get(pk=seeker.pk), job=job).status)
        except Conflict as refusal:
            results.append(refusal.code)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=click) for _click in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    assert (sorted(results), JobApplication.objects.count()) == (["applied", "conflict"], 1)


def test_a_job_that_was_closed_a_moment_ago_takes_nobody(asha, job):
    Job.objects.filter(pk=job.pk).update(closed_at=timezone.now())  # the page still shows it open
    with pytest.raises(Gone, match="takes no more applications"):
        applying.apply(seeker=asha, job=job)
    assert JobApplication.objects.count() == 0


def test_a_resume_that_is_gone_from_the_store_is_said_and_nothing_is_sent(asha, job, browser):
    default_storage.delete(asha.resume.name)
    answer = browser.post(f"/jobs/{job.uid}/apply/")
    assert (answer.status_code, JobApplication.objects.count()) == (507, 0)


def test_one_click_sends_what_the_page_shows_and_leads_to_the_application(browser, job):
    page = browser.get(f"/jobs/{job.uid}/apply/")
    assert ("Asha Rao" in page.content.decode(), JobApplication.objects.count()) == (True, 0)
    answer = browser.post(f"/jobs/{job.uid}/apply/")
    row = JobApplication.objects.get()
    assert (answer.status_code, answer.url) == (302, f"/me/applications/{row.uid}/")
    assert browser.get(answer.url).status_code == 200
    for method in (browser.get, browser.post):  # from now on there is nothing to send
        assert method(f"/jobs/{job.uid}/apply/").url == answer.url
    assert b"".join(browser.get(f"{answer.url}resume/").streaming_content) == PDF


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"closed_at": timezone.now()}, 410),
        ({"approved": False}, 410),
        ({"company__suspended_at": timezone.now()}, 410),
        ({"posted_at": None}, 404),
        ({"deleted_at": timezone.now()}, 404),
    ],
)
def test_a_job_that_takes_nobody_says_so(browser, changes, status):
    job = JobFactory(**changes)
    for method in (browser.get, browser.post):
        assert method(f"/jobs/{job.uid}/apply/").status_code == status
    assert JobApplication.objects.count() == 0


def test_withdrawing_is_a_click_and_an_application_can_follow(browser, job):
    browser.post(f"/jobs/{job.uid}/apply/")
    url = f"/me/applications/{JobApplication.objects.get().uid}/"
    browser.post(f"{url}withdraw/")
    page = browser.get(url)
    assert (page.context["may_withdraw"], page.context["may_apply_again"]) == (False, True)
    browser.post(f"/jobs/{job.uid}/apply/")
    assert JobApplication.objects.get().status == "applied"


def test_who_is_not_signed_in_signs_in_first_and_comes_back(client, job):
    answer = client.get(f"/jobs/{job.uid}/apply/")
    assert answer.url == f"/account/login/?next=/jobs/{job.uid}/apply/"


def test_text_of_a_profile_is_text(browser, asha, job):
    JobSeeker.objects.filter(pk=asha.pk).update(summary="<script>alert(1)</script>")
    assert "<script>alert" not in browser.get(f"/jobs/{job.uid}/apply/").content.decode()
