"""The job board follows the jobs: what is open is on it as it is, and nothing else ever."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from companies.enums import JobStatus
from companies.listing import is_open, open_jobs
from companies.models import AiInterviewedJob, Company, Job, JobPosting, SearchWord
from companies.search.finding import Question, find
from companies.services import postings, profiles, staff
from companies.tests.factories import AiInterviewedJobFactory, CompanyFactory, JobFactory

pytestmark = pytest.mark.django_db
LATER = timezone.now() + timedelta(hours=1)


def titles(text: str = "", **question: object) -> list[str]:
    return [row.title for row in find(Question(text, **question)).postings]


def on_board(row: Job | AiInterviewedJob) -> bool:
    postings.refresh(job=row)
    return JobPosting.objects.filter(uid=row.uid).exists()


HIDDEN = {
    "closed": (JobFactory, {"closed_at": LATER}),
    "not approved": (JobFactory, {"approved": False}),
    "deleted": (JobFactory, {"deleted_at": LATER}),
    "of a suspended company": (JobFactory, {"company__suspended_at": LATER}),
    "of a deleted company": (JobFactory, {"company__deleted_at": LATER}),
    "AI, draft": (AiInterviewedJobFactory, {"status": JobStatus.DRAFT, "published_at": None}),
    "AI, closed": (AiInterviewedJobFactory, {"status": JobStatus.CLOSED}),
    "AI, not approved": (AiInterviewedJobFactory, {"approved": False}),
    "AI, deleted": (AiInterviewedJobFactory, {"deleted_at": LATER}),
    "AI, of a suspended company": (AiInterviewedJobFactory, {"company__suspended_at": LATER}),
    "AI, of a deleted company": (AiInterviewedJobFactory, {"company__deleted_at": LATER}),
}


@pytest.mark.parametrize("why", HIDDEN)
def test_what_is_not_open_is_not_on_the_board(why):
    make, values = HIDDEN[why]
    row = make(title="Hidden potter", **values)
    assert (on_board(row), is_open(row), open_jobs(type(row)).exists()) == (False, False, False)
    assert titles("potter") == []


@pytest.mark.parametrize("why", HIDDEN)
def test_what_was_open_goes_from_the_board(why):
    make, values = HIDDEN[why]
    row = make(title="Hidden potter")
    assert (on_board(row), titles("potter")) == (True, ["Hidden potter"])
    own = {name: value for name, value in values.items() if "__" not in name}
    type(row).objects.filter(pk=row.pk).update(**own or {"updated_at": timezone.now()})
    for name, value in values.items():
        if "__" in name:
            Company.objects.filter(pk=row.company_id).update(**{name.split("__")[1]: value})
    assert (on_board(row), titles("potter")) == (False, [])


@pytest.mark.parametrize("make", [JobFactory, AiInterviewedJobFactory])
def test_an_edited_job_is_found_by_its_new_words_only(make):
    row = make(title="Potter", skills=["clay"])
    assert on_board(row)
    row.title, row.skills = "Weaver", ["wool"]
    row.save()
    assert on_board(row)
    assert (titles("potter"), titles("clay"), titles("weaver"), titles("wool")) == (
        [],
        [],
        ["Weaver"],
        ["Weaver"],
    )
    assert JobPosting.objects.count() == 1


def test_pay_is_yearly_and_only_what_the_company_shows():
    monthly = JobFactory(min_salary=50_000, max_salary=80_000)
    yearly = AiInterviewedJobFactory(min_salary=600_000, max_salary=900_000)
    hidden = JobFactory(min_salary=50_000, max_salary=80_000, show_salary=False)
    for row in (monthly, yearly, hidden):
        postings.refresh(job=row)
    found = JobPosting.objects.order_by("pk").values_list("min_salary", "max_salary", "pay_bands")
    assert list(found) == [
        (600_000, 960_000, "inr-600000-1000000"),
        (600_000, 900_000, "inr-600000-1000000"),
        (None, None, ""),
    ]


@pytest.mark.parametrize(
    ("written", "place"), [("Pune, Maharashtra", "Pune"), ("Remote", ""), ("Work from home", ""), ("", "")]
)
def test_the_place_is_the_town(written, place):
    postings.refresh(job=JobFactory(location=written))
    assert JobPosting.objects.get().place == place


def test_staff_take_a_job_down_and_stop_a_company():
    first, second = JobFactory(title="Potter"), AiInterviewedJobFactory(title="Weaver")
    for row in (first, second):
        postings.refresh(job=row)
    staff.set_job_mark(actor=None, job=first, mark="approved", value=False)
    assert titles() == ["Weaver"]
    staff.set_suspended(actor=None, company=second.company, suspended=True)
    assert titles() == []
    staff.set_suspended(actor=None, company=second.company, suspended=False)
    staff.set_job_mark(actor=None, job=first, mark="approved", value=True)
    assert sorted(titles()) == ["Potter", "Weaver"]


def test_a_company_that_takes_a_new_name_is_found_by_it():
    row = JobFactory(company=CompanyFactory(name="Lumen"), title="Potter")
    postings.refresh(job=row)
    profiles.edit(actor=None, company=row.company, changes={"name": "Zephyr"})
    assert (titles("lumen"), titles("zephyr")) == ([], ["Potter"])


def test_a_job_keeps_the_time_at_which_it_came_to_the_board():
    row = JobFactory()
    postings.refresh(job=row)
    before = JobPosting.objects.get().listed_at
    postings.refresh(job=row)
    assert JobPosting.objects.get().listed_at == before


def test_the_board_is_repaired_whatever_was_forgotten():
    long_ago = timezone.now() - timedelta(hours=1)
    missing, stale, left = JobFactory(title="Missing"), JobFactory(title="Old"), JobFactory(title="Left")
    kept = AiInterviewedJobFactory(title="Kept")
    for row in (stale, left, kept):
        postings.refresh(job=row)
    Job.objects.filter(pk=stale.pk).update(title="New")
    Job.objects.filter(pk=left.pk).update(deleted_at=timezone.now())
    for model in (Job, AiInterviewedJob, Company):
        model.objects.update(updated_at=long_ago)
    JobPosting.objects.exclude(uid=kept.uid).update(indexed_at=long_ago - timedelta(hours=1))
    assert postings.repair() == 3
    assert sorted(titles()) == ["Kept", "Missing", "New"]
    assert postings.repair() == 0
    missing.delete()
    assert (postings.repair(), sorted(titles())) == (0, ["Kept", "New"])


def test_a_change_of_this_moment_is_left_to_whoever_makes_it():
    JobFactory()
    assert postings.repair() == 0


def test_the_board_can_be_made_anew():
    JobFactory(title="Potter")
    AiInterviewedJobFactory(title="Weaver")
    JobFactory(title="Closed", closed_at=timezone.now())
    out, err = StringIO(), StringIO()
    call_command("reindexjobs", stdout=out, stderr=err)
    assert (out.getvalue(), err.getvalue()) == ("2 jobs are on the job board.\n", "")
    assert sorted(titles()) == ["Potter", "Weaver"]
    assert all(row.listed_at == row.posted_at for row in JobPosting.objects.all()), "nothing on it is news"
    assert SearchWord.objects.filter(word__in=["potter", "weaver", "closed"]).count() == 2
