"""What happens to jobs and interviews becomes an event of the company, and what is undone does not."""

from __future__ import annotations

import pytest
from django.db import transaction

from companies.enums import Role
from companies.models import CompanyEvent
from companies.tests.factories import AiInterviewedJobFactory, MembershipFactory
from interviews.enums import InterviewStatus, Stage
from interviews.invitees import Invitee
from interviews.lifecycles import INTERVIEW
from interviews.services import invitations, jobs, review, stages
from interviews.tests.factories import InterviewFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def alice():
    return MembershipFactory(role=Role.OWNER)


@pytest.fixture
def job(alice):
    return AiInterviewedJobFactory(company=alice.company)


def told():
    return list(CompanyEvent.objects.order_by("pk").values_list("type", "data"))


def test_a_change_that_is_undone_is_no_event(alice, job):
    with transaction.atomic():
        jobs.close(actor=alice.user, job=job)
        transaction.set_rollback(True)
    assert told() == []
    job.refresh_from_db()
    jobs.close(actor=alice.user, job=job)
    assert told() == [("job.closed", {"job": str(job.uid)})]


def test_the_way_of_an_interview_is_told_with_ids_only(alice, job):
    person = Invitee(1, ("asha",), "asha@example.com", first_name="Asha")
    (outcome,) = invitations.invite(actor=alice, job=job, people=[person])
    row = outcome.interview
    stages.begin(interview=row)
    for status in (InterviewStatus.SCORING, InterviewStatus.COMPLETED):
        INTERVIEW.move(row, status)
    review.decide(actor=alice.user, interview=row, decision="hired", reason="secret words")
    ids = {"interview": str(row.uid), "job": str(job.uid)}
    assert told() == [
        ("invitation.sent", ids),
        ("interview.started", ids),
        ("interview.completed", ids),
        ("interview.scored", ids),
        ("interview.decided", ids | {"decision": "hired"}),
    ]


def test_events_belong_to_the_company_whose_job_it_is(job):
    INTERVIEW.move(InterviewFactory(at=Stage.MATCH), InterviewStatus.SCREENED_OUT)
    assert CompanyEvent.objects.filter(company=job.company).count() == 0
    assert [kind for kind, _data in told()] == ["interview.screened_out"]
