"""Many candidates at once: on the page, all that match, in the background, and what colleagues did meanwhile."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from companies.enums import Role
from companies.tests.factories import AiInterviewedJobFactory, MembershipFactory
from interviewer.errors import Invalid
from interviewer.journal.models import AuditEvent
from interviews.enums import BulkKind, Decision
from interviews.models import BulkAction, Interview, Tag
from interviews.services import bulk, review
from interviews.tests.factories import InterviewFactory, InterviewTagFactory
from interviews.tests.recruiters import at_work

pytestmark = pytest.mark.django_db
BULK = "/workspace/candidates/bulk/"


@pytest.fixture
def job():
    return AiInterviewedJobFactory()


@pytest.fixture
def member(job):
    return MembershipFactory(company=job.company, role=Role.RECRUITER)


def do(member, kind, rows=None, **values):
    rows = Interview.objects.for_company(member.company) if rows is None else rows
    return bulk.start(actor=member, kind=kind, values=values, rows=rows, drawn_at=timezone.now())


def sent(**values):
    return {"drawn_at": timezone.now().isoformat(), "query": "sort=name", **values}


def test_those_who_are_ticked_are_decided_about(job):
    first, second, _third = InterviewFactory.create_batch(3, job=job)
    answer = at_work(job.company).post(
        BULK, sent(kind="decide", decision="rejected", reason="Too few", chosen=[first.uid, second.uid])
    )
    assert answer.url == "/workspace/candidates/?sort=name"
    found = Interview.objects.order_by("pk").values_list("decision", "decision_reason", "decision_version")
    assert list(found) == [("rejected", "Too few", 1), ("rejected", "Too few", 1), ("undecided", "", 0)]
    events = AuditEvent.objects.filter(action="interview.decided").order_by("id")
    assert [event.subject_id for event in events] == [str(first.uid), str(second.uid)]
    assert events[0].data == {"from": "undecided", "to": "rejected", "reason": "Too few"}
    assert events[0].company_id == job.company_id


def test_all_that_match_are_asked_about_first_and_others_are_left_alone(job):
    InterviewFactory.create_batch(2, job=job, first_name="Asha")
    InterviewFactory(job=job, first_name="Bela")
    client = at_work(job.company)
    what = sent(kind="tag", tag="Later", everything="1", query="search=asha")
    asked = client.post(BULK, what)
    assert (asked.status_code, asked.context["count"], Tag.objects.count()) == (200, 2, 0)
    client.post(BULK, what | {"confirmed": "1"})
    assert [row.first_name for row in Tag.objects.get().interviews.all()] == ["Asha", "Asha"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "evil"},
        {"kind": "decide", "decision": "evil"},
        {"kind": "tag", "tag": ""},
        {"kind": "untag", "tag": "nobody has it"},
        {"kind": "flag", "reason": " "},
        {"kind": "unflag", "chosen": []},
        {"kind": "unflag", "drawn_at": "yesterday"},
        {"kind": "unflag", "drawn_at": "2026-01-01T00:00:00"},
    ],
)
def test_what_makes_no_sense_is_said_and_what_was_typed_is_kept(job, wrong):
    row = InterviewFactory(job=job)
    answer = at_work(job.company).post(BULK, sent(chosen=[str(row.uid)], decision="hired") | wrong)
    assert answer.status_code == 422
    assert answer.context["form"].errors
    assert answer.context["form"]["query"].value() == "sort=name"
    assert BulkAction.objects.count() == 0


def test_tags_and_flags_go_on_and_off(job, member):
    row = InterviewFactory(job=job)
    do(member, BulkKind.TAG, tag="Remote")
    assert do(member, BulkKind.TAG, tag="remote").changed == 0
    do(member, BulkKind.FLAG, reason="Two accounts")
    row.refresh_from_db()
    assert (row.flagged, row.flag_reason) == (True, "Two accounts")
    assert [tag.name for tag in row.tags.all()] == ["Remote"]
    do(member, BulkKind.UNTAG, tag="REMOTE")
    do(member, BulkKind.UNFLAG)
    row.refresh_from_db()
    assert (row.flagged, row.flag_reason, Tag.objects.count()) == (False, "", 0)
    with pytest.raises(Invalid):
        do(member, BulkKind.UNTAG, tag="Remote")


def test_who_carries_as_many_tags_as_can_be_is_left_alone(job, member):
    row = InterviewFactory(job=job)
    for _number in range(20):
        InterviewTagFactory(interview=row)
    done = do(member, BulkKind.TAG, tag="One more")
    assert (done.changed, done.passed_over) == (0, 1)


def test_a_decision_made_after_the_list_was_drawn_is_left_alone(job, member):
    theirs, free = InterviewFactory.create_batch(2, job=job)
    drawn_at = timezone.now()
    review.decide(actor=member.user, interview=theirs, decision="hired", reason="Great")
    done = bulk.start(
        actor=member,
        kind=BulkKind.DECIDE,
        values={"decision": "rejected"},
        rows=Interview.objects.for_company(job.company),
        drawn_at=drawn_at,
    )
    theirs.refresh_from_db()
    free.refresh_from_db()
    assert (theirs.decision, theirs.decision_reason, free.decision) == ("hired", "Great", "rejected")
    assert (done.changed, done.passed_over) == (1, 1)


def test_an_older_decision_is_replaced(job, member):
    row = InterviewFactory(job=job, decision=Decision.HIRED, decided_at=timezone.now() - timedelta(days=1))
    assert do(member, BulkKind.DECIDE, decision="rejected").changed == 1
    row.refresh_from_db()
    assert row.decision == "rejected"


def test_more_than_a_thousand_go_on_in_the_background(job, member, run_tasks):
    Interview.objects.bulk_create(
        [InterviewFactory.build(job=job, email=f"{n}@example.com") for n in range(1_001)]
    )
    client = at_work(job.company)
    answer = client.post(BULK, sent(kind="flag", reason="Look", everything="1", confirmed="1", query=""))
    row = BulkAction.objects.get()
    assert answer.url == f"{BULK}{row.uid}/"
    assert (row.done, client.get(answer.url).context["version"]) == (0, "0/1001")
    run_tasks()
    told = client.get(answer.url, headers={"accept": "application/json"}).json()
    assert told == {"version": "1001/1001", "done": 1001, "total": 1001}
    assert Interview.objects.filter(flagged=True).count() == 1_001
    assert AuditEvent.objects.filter(action="interview.flagged").count() == 1_001
    assert "1001 candidates were changed" in client.get(answer.url).content.decode()


def test_another_companys_candidates_are_not_touched(job):
    stranger = InterviewFactory()
    answer = at_work(job.company).post(BULK, sent(kind="flag", reason="x", chosen=[str(stranger.uid)]))
    stranger.refresh_from_db()
    assert (answer.status_code, stranger.flagged) == (422, False)


@pytest.mark.parametrize("count", [1, 3])
def test_a_bulk_decision_needs_the_same_queries_for_any_number(job, member, count, django_assert_num_queries):
    InterviewFactory.create_batch(count, job=job)
    with django_assert_num_queries(12):  # with the events: their jobs, their rows, who is to be told
        do(member, BulkKind.DECIDE, decision="on_hold")
