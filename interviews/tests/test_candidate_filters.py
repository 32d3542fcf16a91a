"""The list of candidates: each filter, each order, columns, saved views, long lists."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from companies.enums import Role
from companies.tests.factories import AiInterviewedJobFactory, MembershipFactory
from interviewer.journal.models import AuditEvent
from interviews.candidate_columns import COLUMNS
from interviews.enums import Decision, InterviewSource, InterviewStatus, Stage
from interviews.models import Interview, ListPreference, SavedView
from interviews.queries import candidates as queries
from interviews.tests.factories import (
    InterviewFactory,
    InterviewTagFactory,
    ListPreferenceFactory,
    ReviewAssignmentFactory,
    SavedViewFactory,
)
from interviews.tests.recruiters import BACKEND, at_work

pytestmark = pytest.mark.django_db
LIST = "/workspace/candidates/"


@pytest.fixture
def job():
    return AiInterviewedJobFactory(title="Engineer", has_quiz=True, has_coding=True)


@pytest.fixture
def member(job):
    return MembershipFactory(company=job.company, role=Role.RECRUITER)


@pytest.fixture
def browser(client, member):
    client.force_login(member.user, backend=BACKEND)
    return client


def names(browser, query):
    return [row.interview.first_name for row in browser.get(f"{LIST}?{query}").context["rows"]]


def test_an_interview_knows_the_company_of_its_job_however_it_is_made(job):
    made = InterviewFactory(job=job)
    Interview.objects.bulk_create([InterviewFactory.build(job=job, email="b@example.com")])
    assert made.company == job.company
    assert set(Interview.objects.values_list("company_id", flat=True)) == {job.company_id}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("status=completed", ["Asha"]),
        ("decision=hired", ["Asha"]),
        ("band=80", ["Asha"]),
        ("band=none", ["Bela"]),
        ("band=60", []),
        ("min_score=80", ["Asha"]),
        ("max_score=80", []),
        ("min_match=50", ["Asha"]),
        ("city=pune", ["Asha"]),
        ("source=public_link", ["Asha"]),
        ("since=2026-03-01", ["Bela"]),
        ("until=2026-02-28", ["Asha"]),
        ("flagged=yes", ["Asha"]),
        ("flagged=no", ["Bela"]),
        ("tag=Remote", ["Asha"]),
        ("job_title=design", ["Bela"]),
        ("assigned=mine", ["Asha"]),
        ("search=ash+example", ["Asha"]),
    ],
)
def test_a_filter_finds_those_who_fit(job, member, browser, query, found):
    asha = InterviewFactory(
        job=job,
        first_name="Asha",
        status=InterviewStatus.COMPLETED,
        decision=Decision.HIRED,
        overall_score=85,
        match_score=70,
        city="Pune",
        source=InterviewSource.PUBLIC_LINK,
        created_at=datetime(2026, 2, 28, 20, tzinfo=UTC),
        flagged=True,
    )
    InterviewTagFactory(interview=asha, tag__name="Remote")
    ReviewAssignmentFactory(membership=member, interview=asha)
    other = AiInterviewedJobFactory(company=job.company, title="Designer")
    InterviewFactory(job=other, first_name="Bela", created_at=datetime(2026, 3, 1, tzinfo=UTC))
    assert names(browser, query) == found


@pytest.mark.parametrize("stage", [stage for stage in Stage if stage not in {Stage.SCORING, Stage.MATCH}])
def test_a_stage_finds_who_is_in_it_and_nobody_else(job, browser, stage):
    job.has_match = False
    job.save()
    for at in Stage:
        if at not in {Stage.SCORING, Stage.MATCH}:
            InterviewFactory(job=job, at=at, first_name=at)
    assert names(browser, f"stage={stage}") == [stage]


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("newest", ["Chen", "Bela", "Asha"]),
        ("oldest", ["Asha", "Bela", "Chen"]),
        ("name", ["Asha", "Bela", "Chen"]),
        ("overall", ["Bela", "Chen", "Asha"]),
        ("quiz", ["Asha", "Bela", "Chen"]),
        ("decided", ["Chen", "Asha", "Bela"]),
    ],
)
def test_an_order_holds_and_those_without_come_last(job, browser, sort, order):
    now = timezone.now()
    for number, (name, score, quiz, decided) in enumerate(
        [("Asha", None, 90, now - timedelta(days=1)), ("Bela", 90, 40, None), ("Chen", 10, None, now)]
    ):
        InterviewFactory(
            job=job,
            first_name=name,
            overall_score=score,
            quiz_score=quiz,
            decided_at=decided,
            created_at=now + timedelta(seconds=number),
        )
    assert names(browser, f"sort={sort}") == order


def test_columns_are_kept_for_each_member_and_stand_in_their_files(job, browser):
    InterviewFactory(job=job, city="Pune", years_of_experience="2.5")
    browser.post(f"{LIST}columns/", {"columns": ["experience", "city", "evil"], "query": "sort=name"})
    page = browser.get(LIST)
    assert [head["label"] for head in page.context["columns"]] == ["Candidate", "City", "Years of experience"]
    file = b"".join(browser.get("/workspace/candidates.csv").streaming_content).decode("utf-8-sig")
    head, row = file.splitlines()
    assert head == "Candidate,E-mail,City,Years of experience"
    assert row.endswith(",Pune,2.5")
    assert len(at_work(job.company).get(LIST).context["columns"]) == 9


def test_every_column_can_be_shown(job, browser, member):
    row = InterviewFactory(job=job, at=Stage.QUIZ, flagged=True, flag_reason="Two accounts")
    InterviewTagFactory(interview=row, tag__name="remote")
    keys = [column.key for column in COLUMNS]
    ListPreferenceFactory(membership=member, columns=keys)
    page = browser.get(LIST).content.decode()
    assert ("Two accounts" in page, "remote" in page) == (True, True)
    assert len(browser.get(LIST).context["columns"]) == len(keys)


def test_a_view_is_saved_shared_renamed_opened_with_and_deleted(job, member, browser):
    InterviewFactory(job=job, first_name="Asha", status=InterviewStatus.COMPLETED)
    InterviewFactory(job=job, first_name="Bela")
    sent = {
        "new-name": "Done",
        "new-is_shared": "on",
        "query": "status=completed&sort=name",
        "columns": ["city"],
    }
    made = browser.post(f"{LIST}views/", sent)
    view = SavedView.objects.get()
    assert (view.query, view.columns, view.is_shared) == ("status=completed&sort=name", ["city"], True)
    page = browser.get(made.url)
    assert [row.interview.first_name for row in page.context["rows"]] == ["Asha"]
    assert [head["label"] for head in page.context["columns"]] == ["Candidate", "City"]

    colleague = at_work(job.company)
    assert [tab["label"] for tab in colleague.get(LIST).context["tabs"]] == ["All", "Done"]
    assert [row.interview.first_name for row in colleague.get(made.url).context["rows"]] == ["Asha"]

    change = f"{LIST}views/{view.uid}/"
    browser.post(change, {"view-name": "Ready", "do": "change"})
    browser.post(change, {"do": "open_with"})
    assert browser.get(LIST).url == made.url
    assert browser.get(f"{LIST}?all=1").status_code == 200
    assert colleague.get(LIST).context["tabs"] == []
    browser.post(change, {"do": "delete"})
    assert (SavedView.objects.count(), browser.get(LIST).status_code) == (0, 200)
    actions = AuditEvent.objects.filter(action__startswith="view.").order_by("id")
    assert list(actions.values_list("action", flat=True)) == [
        "view.saved",
        "view.changed",
        "view.opened_with",
        "view.deleted",
    ]


def test_a_colleagues_view_is_used_and_not_changed(job, member, browser):
    owner = MembershipFactory(company=job.company)
    view = SavedViewFactory(owner=owner, is_shared=True, name="Theirs")
    for sent in ({"view-name": "Mine", "do": "change"}, {"do": "delete"}):
        browser.post(f"{LIST}views/{view.uid}/", sent)
    view.refresh_from_db()
    assert view.name == "Theirs"
    browser.post(f"{LIST}views/{view.uid}/", {"do": "open_with"})
    assert ListPreference.objects.get(membership=member).default_view == view
    view.is_shared = False
    view.save()
    assert browser.get(LIST).status_code == 200, "a view that is no longer shared opens nothing"


def test_a_name_of_a_view_is_taken_once(browser, member):
    SavedViewFactory(owner=member, name="Done")
    for name in ("done", "", "x" * 61):
        browser.post(f"{LIST}views/", {"new-name": name, "query": ""})
    assert SavedView.objects.count() == 1


def test_a_long_list_is_counted_and_paged_to_its_limit_only(job, browser, monkeypatch):
    monkeypatch.setattr(queries, "COUNTED_TO", 30)
    for _row in range(31):
        InterviewFactory(job=job)
    page = browser.get(f"{LIST}?page=2").context["page"]
    assert (page.paginator.count, page.paginator.has_more, len(page)) == (30, True, 5)
    assert "More than 30 candidates" in browser.get(LIST).content.decode()


def test_of_very_many_jobs_the_newest_are_offered_and_an_older_one_is_kept(job, browser):
    InterviewFactory(job=job, first_name="Asha")
    for _number in range(101):
        AiInterviewedJobFactory(company=job.company)
    page = browser.get(f"{LIST}?job_uid={job.uid}")
    assert len(page.context["form"].fields["job_uid"].choices) == 103
    assert [row.interview.first_name for row in page.context["rows"]] == ["Asha"]
