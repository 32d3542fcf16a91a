"""Classic jobs: drafts, posting, closing, who is told why not, and two members at once."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from allauth.account.models import EmailAddress
from django.utils import timezone

from companies import listing, rules
from companies.enums import ClassicJobState, DraftStatus, Role
from companies.models import Job, JobPosting, JobTextDraft
from companies.services import job_drafts, jobs, staff
from companies.services.jobs import ClassicJobText
from companies.tests.factories import CompanyFactory, JobFactory, MembershipFactory
from interviewer.errors import Conflict
from interviewer.journal.models import AuditEvent, ProviderCall

pytestmark = pytest.mark.django_db
TEXT = ClassicJobText(title="Clerk", description="Keep the books.")


@pytest.fixture
def alice():
    return MembershipFactory()


def draft(alice, **values) -> Job:
    return jobs.create(
        actor=alice.user, company=alice.company, text=ClassicJobText(**{"title": "Clerk", **values})
    )


def test_a_job_goes_from_draft_to_open_to_closed_and_back(alice):
    job = draft(alice, description="Keep the books.")
    states = [job.state]
    with time_machine.travel("2026-03-01", tick=False):
        jobs.post(actor=alice, job=job)
    states.append(job.state)
    jobs.close(actor=alice.user, job=job)
    states.append(job.state)
    jobs.reopen(actor=alice.user, job=job)
    job.refresh_from_db()
    assert [*states, job.state] == ["draft", "open", "closed", "open"]
    assert job.posted_at.date().isoformat() == "2026-03-01"
    actions = AuditEvent.objects.filter(subject_id=job.uid).order_by("id").values_list("action", flat=True)
    assert list(actions) == [f"classic_job.{what}" for what in ("created", "posted", "closed", "reopened")]


def test_what_keeps_a_draft_from_being_posted_is_said_at_once(alice):
    job = draft(alice)
    EmailAddress.objects.filter(user=alice.user).update(verified=False)
    alice.role = Role.REVIEWER
    alice.company.suspended_at = timezone.now()
    job.approved = False
    assert len(rules.why_not_post(alice, job)) == 5
    with pytest.raises(Conflict, match="The description is missing"):
        jobs.post(actor=alice, job=job)
    job.refresh_from_db()
    assert job.state == ClassicJobState.DRAFT


def test_the_job_board_follows_at_once(alice):
    job, shown = draft(alice, description="Keep the books."), []

    def look():
        shown.append(list(JobPosting.objects.values_list("title", flat=True)))

    look()
    jobs.post(actor=alice, job=job)
    look()
    jobs.edit(actor=alice.user, job=job, text=ClassicJobText(title="Chief", description="Keep them."))
    look()
    jobs.close(actor=alice.user, job=job)
    look()
    jobs.reopen(actor=alice.user, job=job)
    look()
    jobs.delete(actor=alice.user, job=job)
    look()
    assert shown == [[], ["Clerk"], ["Chief"], [], ["Chief"], []]


@pytest.mark.parametrize("do", ["post", "close", "reopen", "delete"])
def test_of_two_members_only_one_moves_a_job(alice, do):
    job = draft(alice, description="Keep the books.")
    if do in {"close", "reopen"}:
        jobs.post(actor=alice, job=job)
    if do == "reopen":
        jobs.close(actor=alice.user, job=job)
    hers, his = Job.objects.get(pk=job.pk), Job.objects.get(pk=job.pk)
    move = {
        "post": lambda row: jobs.post(actor=alice, job=row),
        "close": lambda row: jobs.close(actor=alice.user, job=row),
        "reopen": lambda row: jobs.reopen(actor=alice.user, job=row),
        "delete": lambda row: jobs.delete(actor=alice.user, job=row),
    }[do]
    move(hers)
    with pytest.raises(Conflict, match="Somebody changed the job meanwhile"):
        move(his)


def test_a_posted_job_keeps_its_description(alice):
    job = draft(alice, description="Keep the books.")
    jobs.post(actor=alice, job=job)
    with pytest.raises(Conflict) as refusal:
        jobs.edit(actor=alice.user, job=job, text=ClassicJobText(title="Clerk", description=" "))
    assert list(refusal.value.fields) == ["description"]
    job.refresh_from_db()
    assert job.description == "Keep the books."


def test_a_copy_is_a_draft_with_the_same_text(alice):
    job = JobFactory(company=alice.company, title="T" * 150, min_salary=1, max_salary=2, featured=True)
    made = jobs.duplicate(actor=alice.user, job=job)
    assert (made.state, made.featured, made.title) == ("draft", False, f"{'T' * 140} (copy)")
    texts = [ClassicJobText.of(row).__dict__ | {"title": ""} for row in (job, made)]
    assert texts[0] == texts[1]


@pytest.mark.parametrize(
    ("changes", "company", "said"),
    [
        ({}, {}, ""),
        ({"posted_at": None}, {}, "no longer there"),
        ({"deleted_at": timezone.now()}, {}, "no longer there"),
        ({"closed_at": timezone.now()}, {}, "closed"),
        ({"approved": False}, {}, "being checked"),
        ({}, {"suspended_at": timezone.now()}, "stopped"),
        ({}, {"deleted_at": timezone.now()}, "no longer there"),
    ],
)
def test_the_board_the_row_and_the_rule_agree_on_what_is_open(changes, company, said):
    job = JobFactory(company=CompanyFactory(**company), **changes)
    why_not = rules.why_not_apply(job)
    assert said in why_not
    is_open = not why_not
    assert (listing.is_open(job), listing.open_jobs(Job).filter(pk=job.pk).exists()) == (is_open, is_open)


def test_a_draft_of_a_text_is_made_in_the_background_and_taken_over(alice, run_tasks):
    job = draft(alice, skills=["excel"], min_experience_years=2)
    job_drafts.ask(actor=alice.user, job=job, part="description", keywords="monthly reports, invoices")
    run_tasks()
    row = JobTextDraft.objects.get()
    assert (row.status, row.is_offline) == (DraftStatus.READY, True)
    assert [word in row.text for word in ("Clerk", "- Monthly reports", "- Invoices", "- excel")] == [
        True
    ] * 4
    job_drafts.use(actor=alice.user, job=job, part="description")
    job.refresh_from_db()
    assert (job.description, JobTextDraft.objects.count()) == (row.text, 0)
    assert ProviderCall.objects.get(purpose="draft_text").company_id == alice.company_id


def test_asking_twice_makes_one_draft_and_a_lost_one_is_asked_for_again(alice, run_tasks):
    job = draft(alice)
    job_drafts.ask(actor=alice.user, job=job, part="benefits", keywords="lunch")
    job_drafts.ask(actor=alice.user, job=job, part="benefits", keywords="other")
    assert JobTextDraft.objects.get().keywords == "lunch"
    with time_machine.travel(timezone.now() + job_drafts.LOST + timedelta(seconds=1)):
        job_drafts.ask(actor=alice.user, job=job, part="benefits", keywords="other")
    run_tasks()
    assert JobTextDraft.objects.get().text == "What we offer:\n- Other"


def test_without_a_draft_there_is_nothing_to_take_over(alice):
    with pytest.raises(Conflict):
        job_drafts.use(actor=alice.user, job=draft(alice), part="benefits")


def test_staff_close_and_reopen_jobs_and_flag_nothing_of_it_twice(alice):
    job = JobFactory(company=alice.company)
    staff.set_job_closed(actor=None, job=job, closed=True)
    staff.set_job_closed(actor=None, job=job, closed=True)
    assert job.state == "closed"
    staff.set_job_closed(actor=None, job=job, closed=False)
    assert job.state == "open"
    assert AuditEvent.objects.filter(subject_id=job.uid).count() == 2
