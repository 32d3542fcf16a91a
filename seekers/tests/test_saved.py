"""Kept jobs and searches, e-mails about new jobs, and recommendations with their reasons."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
import time_machine
from django.core import mail as django_mail
from django.utils import timezone

from companies.models import Job, JobPosting
from companies.tests.factories import AiInterviewedJobFactory, on_board
from interviewer.errors import Conflict
from seekers import recommending
from seekers.board import recommendations
from seekers.board.filters import of_address
from seekers.enums import AlertFrequency
from seekers.models import SavedJob, SavedSearch
from seekers.recommending import Offer, Person
from seekers.services import alerts, saving
from seekers.tests.factories import EmploymentDetailFactory, JobSeekerFactory, SavedSearchFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def seeker(client):
    row = JobSeekerFactory()
    client.force_login(row.user)
    return row


def due(**values: object) -> SavedSearch:
    now = timezone.now()
    times = {"seen_until": now - timedelta(days=1), "next_alert_at": now - timedelta(minutes=1)}
    return SavedSearchFactory(**times | values)


def listed(hours_ago: float, **values: object) -> JobPosting:
    job = on_board(**values)
    JobPosting.objects.filter(uid=job.uid).update(listed_at=timezone.now() - timedelta(hours=hours_ago))
    return JobPosting.objects.get(uid=job.uid)


def test_a_job_is_kept_once_and_let_go(client, seeker):
    for job in (on_board(title="Potter"), on_board(AiInterviewedJobFactory, title="Weaver")):
        for _time in range(2):
            answer = client.post(f"/jobs/{job.uid}/save/", {"next": "/jobs/?q=potter"})
            assert (answer.status_code, answer.url) == (302, "/jobs/?q=potter")
    assert SavedJob.objects.for_seeker(seeker).count() == 2
    assert re.findall(r"(Potter|Weaver)</a></h2>", client.get("/me/jobs/").content.decode()) == [
        "Weaver",
        "Potter",
    ]
    client.post(f"/jobs/{job.uid}/save/", {"action": "drop"})
    assert [str(row.listing) for row in SavedJob.objects.all()] == ["Potter"]


@pytest.mark.parametrize(
    "target", ["https://evil.example/", "//evil.example/", "javascript:alert(1)", "\\\\evil"]
)
def test_after_saving_nobody_is_led_away(client, seeker, target):
    answer = client.post(f"/jobs/{on_board().uid}/save/", {"next": target})
    assert answer.url == "/me/jobs/"


def test_a_kept_job_that_was_closed_says_so_and_cannot_be_kept_anew(client, seeker):
    job = on_board(title="Potter")
    client.post(f"/jobs/{job.uid}/save/")
    Job.objects.update(closed_at=timezone.now())
    assert "No longer open" in client.get("/me/jobs/").content.decode()
    client.post(f"/jobs/{job.uid}/save/", {"action": "drop"})
    assert SavedJob.objects.count() == 0
    assert client.post(f"/jobs/{job.uid}/save/").status_code == 404


def test_nobody_keeps_without_end(monkeypatch, seeker):
    monkeypatch.setattr(saving, "MOST_JOBS", 1)
    monkeypatch.setattr(saving, "MOST_SEARCHES", 1)
    saving.save_job(seeker=seeker, listing=on_board())
    saving.save_search(seeker=seeker, question=of_address("q=a"))
    with pytest.raises(Conflict):
        saving.save_job(seeker=seeker, listing=on_board())
    with pytest.raises(Conflict):
        saving.save_search(seeker=seeker, question=of_address("q=b"))


def test_a_search_is_kept_by_its_meaning_and_changed(client, seeker):
    for query in ("q=potter&mode=remote&utm=x", "mode=remote&mode=nonsense&q=+potter+"):
        client.post("/me/searches/", {"query": query})
    row = SavedSearch.objects.get()
    assert (row.name, row.query, row.frequency) == ("potter, Remote", "q=potter&mode=remote", "daily")
    client.post(f"/me/searches/{row.uid}/", {"frequency": "off"})
    row.refresh_from_db()
    assert (row.frequency, row.next_alert_at) == ("off", None)
    client.post(f"/me/searches/{row.uid}/", {"frequency": "hourly"})
    client.post(f"/me/searches/{row.uid}/", {"frequency": "weekly"})
    row.refresh_from_db()
    assert (row.next_alert_at - timezone.now()).days == 6
    assert "potter, Remote" in client.get("/me/searches/").content.decode()
    client.post(f"/me/searches/{row.uid}/", {"action": "drop"})
    assert SavedSearch.objects.count() == 0


@pytest.mark.parametrize("rows", [1, 3])
def test_the_queries_of_the_pages_do_not_grow(client, seeker, django_assert_num_queries, rows):
    for number in range(rows):
        saving.save_job(seeker=seeker, listing=on_board(title="Potter", skills=["clay"]))
        saving.save_job(seeker=seeker, listing=on_board(AiInterviewedJobFactory))
        SavedSearchFactory(job_seeker=seeker, name=f"search {number}")
        on_board(title="Python developer", skills=["python"], location="Pune")
    with django_assert_num_queries(9):
        client.get("/me/jobs/")
    with django_assert_num_queries(4):
        client.get("/me/searches/")


def test_new_jobs_are_told_once_and_only_those(run_tasks):
    search = due(query="q=potter")
    listed(30, title="Potter, seen before")
    listed(2, title="Potter")
    listed(1, title="Weaver")
    listed(0, title="Potter of this minute")
    assert alerts.find_due() == 1
    alerts.send(search_id=search.pk)
    run_tasks()
    (sent,) = django_mail.outbox
    assert sent.to == [search.job_seeker.user.email]
    assert re.findall(r"^(.+), Company \d+$", sent.body, re.M) == ["Potter"]
    assert sent.subject == "New job: python"
    assert alerts.find_due() == 0
    with time_machine.travel(timezone.now() + timedelta(days=1, minutes=5), tick=False):
        assert alerts.find_due() == 1
        run_tasks()
        assert re.findall(r"^(.+), Company \d+$", django_mail.outbox[1].body, re.M) == [
            "Potter of this minute"
        ]
        assert alerts.find_due() == 0


def test_without_a_new_job_there_is_no_mail(run_tasks):
    due()
    listed(2, title="Weaver", skills=[])
    alerts.find_due()
    run_tasks()
    assert django_mail.outbox == []


@pytest.mark.parametrize(
    "values",
    [
        {"job_seeker__suspended_at": timezone.now()},
        {"job_seeker__user__is_active": False},
        {"frequency": AlertFrequency.OFF},
    ],
)
def test_who_is_gone_gets_no_mail(run_tasks, values):
    search = due(**values)
    listed(2, title="Python developer")
    alerts.send(search_id=search.pk)
    run_tasks()
    assert django_mail.outbox == []


def test_missed_days_make_one_mail_and_the_hour_stays():
    search = due(next_alert_at=timezone.now() - timedelta(days=3, hours=1))
    hour = search.next_alert_at.hour
    alerts.send(search_id=search.pk)
    search.refresh_from_db()
    assert timezone.now() < search.next_alert_at <= timezone.now() + timedelta(days=1)
    assert search.next_alert_at.hour == hour


def test_one_click_turns_the_mails_off(client, run_tasks):
    search = due()
    listed(2, title="Python developer")
    alerts.send(search_id=search.pk)
    run_tasks()
    (sent,) = django_mail.outbox
    link = alerts.off_url(search)
    assert link in sent.body
    assert sent.extra_headers == {
        "List-Unsubscribe": f"<{link}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
    path = link.removeprefix("http://localhost:8000")
    assert "No more of these" in client.get(path).content.decode()
    search.refresh_from_db()
    assert search.frequency == "daily", "programs that follow links turn nothing off"
    answer = client.post(path, {"List-Unsubscribe": "One-Click"})
    assert "Turned off" in answer.content.decode()
    search.refresh_from_db()
    assert (search.frequency, search.next_alert_at) == ("off", None)
    assert client.post(path[:-3] + "xx/").status_code == 404
    search.delete()
    assert client.get(path).status_code == 404


PERSON = Person(
    {"python": "Python", "sql": "SQL"}, frozenset({"backend", "developer"}), frozenset({"pune"}), 4.0
)
OFFER = Offer(["python", "go"], frozenset({"backend", "engineer"}), "pune", "Pune", False, False, 3, 6)


def test_a_recommendation_says_why():
    found = recommending.match(PERSON, OFFER)
    assert found.reasons == (
        "You both name Python",
        "Like what you did before: backend",
        "In Pune",
        "Your experience fits",
    )
    assert found.score == 36


@pytest.mark.parametrize(
    ("person", "offer", "score"),
    [
        ({}, {"low": 8, "high": 10}, 15),
        ({"places": frozenset()}, {}, 28),
        ({"places": frozenset()}, {"is_remote": True}, 32),
        ({"years": None}, {}, 30),
        ({}, {"is_internship": True}, 18),
        ({"wants_internships": True}, {"is_internship": True}, 42),
        ({"wants_jobs": False}, {}, 18),
        ({"skills": {}, "titles": frozenset()}, {"place_key": "surat", "low": None, "high": None}, 0),
    ],
)
def test_what_counts_for_a_recommendation(person, offer, score):
    from dataclasses import replace

    assert recommending.match(replace(PERSON, **person), replace(OFFER, **offer)).score == score


def test_jobs_are_recommended_from_the_profile(client, seeker):
    seeker.key_skills, seeker.preferred_place = ["Node.js", "SQL"], "Bangalore"
    seeker.save()
    EmploymentDetailFactory(job_seeker=seeker, title="Senior potter", skills=["clay"])
    on_board(title="Backend engineer", skills=["nodejs", "sql"], location="Bengaluru")
    on_board(title="Potter", skills=["clay"], location="Surat")
    on_board(title="Accountant", skills=["sql"], location="Surat")
    on_board(title="Driver", skills=[], location="Bengaluru")
    assert [row.title for row, _match in recommendations.for_seeker(seeker)] == ["Backend engineer", "Potter"]
    page = client.get("/me/jobs/").content.decode()
    assert "You share 2 skills: Node.js, SQL" in page
    assert "Like what you did before: potter" in page


def test_a_profile_that_says_nothing_gets_no_recommendation(seeker):
    seeker.key_skills = []
    seeker.save()
    on_board(title="Potter")
    assert recommendations.for_seeker(seeker) == []
