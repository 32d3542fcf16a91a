"""Inviting, sending again, extending and withdrawing: one person, many at once, and who may when."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.utils import timezone

from companies.enums import JobStatus, Role
from companies.tests.factories import AiInterviewedJobFactory, MembershipFactory
from interviewer.errors import Conflict, TooMany
from interviewer.journal.models import MailStatus, OutgoingMail
from interviews.enums import InterviewStatus, Stage
from interviews.invitees import parse
from interviews.models import Interview, InvitationBatch
from interviews.services import invitations
from interviews.tests.arrivals import Browser, link
from interviews.tests.factories import InterviewFactory, InvitationFactory
from interviews.tests.recruiters import at_work

pytestmark = pytest.mark.django_db


@pytest.fixture
def job():
    return AiInterviewedJobFactory(company__name="Parcel Works", has_match=False, invitation_days=14)


@pytest.fixture
def recruiter(job):
    return MembershipFactory(company=job.company, role=Role.RECRUITER)


def invite(recruiter, job, text: str = "asha@example.com") -> invitations.Outcome:
    (outcome,) = invitations.invite(actor=recruiter, job=job, people=parse(text))
    return outcome


def days_left(interview: Interview) -> int:
    interview.refresh_from_db()
    return round((interview.link_expires_at - timezone.now()) / timedelta(days=1))


@pytest.mark.parametrize(
    ("status", "at", "back"),
    [
        (InterviewStatus.REVOKED, None, InterviewStatus.INVITED),
        (InterviewStatus.EXPIRED, None, InterviewStatus.INVITED),
        (InterviewStatus.REVOKED, Stage.RESUME, InterviewStatus.IN_PROGRESS),
        (InterviewStatus.EXPIRED, Stage.RESUME, InterviewStatus.IN_PROGRESS),
    ],
)
def test_whose_link_was_closed_can_be_invited_again_and_goes_on_where_they_were(
    job, recruiter, status, at, back
):
    interview = InterviewFactory(job=job, email="asha@example.com", at=at)
    old = link(interview)
    Interview.objects.update(status=status, link_expires_at=timezone.now() - timedelta(days=1))
    outcome = invite(recruiter, job)
    interview.refresh_from_db()
    assert (outcome.result, outcome.interview, interview.status) == ("invited", interview, back)
    assert (days_left(interview), Browser().opens(old).page.status_code) == (14, 404)
    assert Browser().opens(link(interview)).at == link(interview, "resume/" if at else "")
    assert OutgoingMail.objects.get().to == "asha@example.com"


def test_whose_link_ran_out_unused_is_invited_again_by_the_same_link(job, recruiter):
    interview = InterviewFactory(
        job=job, email="asha@example.com", link_expires_at=timezone.now() - timedelta(days=1)
    )
    assert invite(recruiter, job).result == "invited"
    assert (days_left(interview), Browser().opens(link(interview)).page.status_code) == (14, 200)


@pytest.mark.parametrize("status", ["in_progress", "scoring", "completed", "screened_out"])
def test_who_has_begun_is_not_invited_again(job, recruiter, status):
    InterviewFactory(job=job, email="asha@example.com", status=status, started_at=timezone.now())
    assert invite(recruiter, job).result == "already"
    assert OutgoingMail.objects.count() == 0


def test_a_closed_job_sends_the_link_to_whoever_has_begun_and_to_nobody_else(job, recruiter):
    waiting = InterviewFactory(job=job)
    begun = InterviewFactory(job=job, at=Stage.RESUME)
    type(job).objects.update(status=JobStatus.CLOSED)
    client = at_work(job.company)
    for interview, may in ((begun, True), (waiting, False)):
        page = client.get(f"/workspace/candidates/{interview.uid}/")
        assert ("Send the link again" in page.content.decode()) == may
        client.post(f"/workspace/candidates/{interview.uid}/invitation/")
    assert list(OutgoingMail.objects.values_list("to", flat=True)) == [begun.email]


@pytest.mark.parametrize(
    ("act", "why"),
    [
        (invitations.resend, "There is no open invitation to send again."),
        (invitations.revoke, "There is no open invitation to withdraw."),
        (lambda **who: invitations.extend(days=7, **who), "There is no open invitation to extend."),
    ],
)
def test_what_happened_since_the_page_was_opened_counts(job, recruiter, act, why):
    seen = InterviewFactory(job=job, at=Stage.RESUME)
    Interview.objects.update(status=InterviewStatus.COMPLETED)
    with pytest.raises(Conflict) as refusal:
        act(actor=recruiter, interview=seen)
    assert refusal.value.message == why
    assert (Interview.objects.get().link_expires_at, OutgoingMail.objects.count()) == (
        seen.link_expires_at,
        0,
    )


def test_two_recruiters_who_extend_at_once_both_count(job, recruiter):
    interview = InterviewFactory(job=job, link_expires_at=timezone.now() + timedelta(days=3))
    pages = [Interview.objects.get(), Interview.objects.get()]
    for seen in pages:
        invitations.extend(actor=recruiter, interview=seen, days=7)
    assert days_left(interview) == 17


def test_a_link_is_not_sent_again_at_once_nor_for_ever(job, recruiter):
    interview = InterviewFactory(job=job)
    now = timezone.now()
    for number in range(invitations.MAX_SENDS_PER_DAY):
        with time_machine.travel(now + number * timedelta(minutes=3), tick=False):
            invitations.resend(actor=recruiter, interview=interview)
            with pytest.raises(TooMany, match="a moment ago"):
                invitations.resend(actor=recruiter, interview=interview)
    with time_machine.travel(now + timedelta(hours=1)), pytest.raises(TooMany, match="5 times"):
        invitations.resend(actor=recruiter, interview=interview)


@pytest.mark.parametrize(
    ("path", "typed", "shown"),
    [
        ("extend", {"extend-days": "365"}, 'value="365"'),
        ("accommodations", {"accommodate-extra_time_percent": "999"}, 'value="999"'),
        (
            "accommodations",
            {"accommodate-extra_time_percent": "x", "accommodate-language": "hi"},
            'value="hi" selected',
        ),
    ],
)
def test_what_was_typed_wrongly_is_shown_again_with_the_reason_beside_it(job, path, typed, shown):
    interview = InterviewFactory(job=job)
    page = at_work(job.company).post(f"/workspace/candidates/{interview.uid}/{path}/", typed)
    text = page.content.decode()
    assert (page.status_code, shown in text, 'class="errorlist' in text) == (422, True, True)
    assert '<details class="disclosure" open>' in text


@pytest.mark.parametrize(
    ("status", "hint"),
    [
        (MailStatus.FAILED, "Check the address with the candidate, then send the link again."),
        (MailStatus.QUEUED, "It is tried again by itself."),
        (MailStatus.SENT, ""),
    ],
)
def test_a_mail_that_was_not_taken_says_why_and_what_to_do(job, recruiter, status, hint):
    interview = invite(recruiter, job).interview
    OutgoingMail.objects.update(status=status, error="550 no such user <asha>")
    client = at_work(job.company)
    text = client.get(f"/workspace/candidates/{interview.uid}/").content.decode()
    assert ("The mail server said: 550 no such user &lt;asha&gt;" in text) == bool(hint)
    assert hint in text
    listed = client.get(f"/workspace/jobs/{job.uid}/invitations/").content.decode()
    assert ("E-mail not taken: 550 no such user" in listed) == (status == MailStatus.FAILED)


@pytest.mark.parametrize(
    ("data", "kind", "ending"),
    [
        (b"%PDF-1.7", "application/pdf", "pdf"),
        (
            b"PK\x03\x04word",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "docx",
        ),
        (b"Asha Rao, engineer", "application/octet-stream", "bin"),
    ],
)
def test_a_resume_is_handed_out_as_what_it_is_whatever_its_name(job, data, kind, ending):
    interview = InterviewFactory(job=job)
    interview.resume.save("resume.txt", ContentFile(data))
    answer = at_work(job.company).get(f"/workspace/candidates/{interview.uid}/resume/")
    assert answer["Content-Type"].partition(";")[0] == kind
    assert f'resume-{interview.uid}.{ending}"' in answer["Content-Disposition"]


def listed(job, count: int, **values) -> list[Interview]:
    rows = [InterviewFactory(job=job, **values) for _one in range(count)]
    for row in rows:
        InvitationFactory(interview=row, sent_at=timezone.now() - timedelta(days=1))
    return rows


def do(client, job, action: str, rows=(), query: str = "", **fields):
    chosen = [str(row.uid) for row in rows]
    return client.post(
        f"/workspace/jobs/{job.uid}/invitations/{query}", {"action": action, "chosen": chosen, **fields}
    )


def test_the_chosen_invitations_are_sent_again_extended_or_withdrawn_and_no_others(job):
    one, two, other = listed(job, 3)
    client = at_work(job.company)
    assert do(client, job, "extend", [one, two], days="7").status_code == 302
    assert [days_left(row) for row in (one, two, other)] == [21, 21, 14]
    do(client, job, "resend", [one, two])
    assert set(OutgoingMail.objects.values_list("to", flat=True)) == {one.email, two.email}
    page = client.get(do(client, job, "revoke", [one]).url)
    assert page.context["progress"].counts == {"done": 1}
    assert list(Interview.objects.order_by("pk").values_list("status", flat=True)) == [
        "revoked",
        "invited",
        "invited",
    ]


def test_what_cannot_be_done_to_one_of_many_is_said_and_done_to_the_others(job):
    fine, over = listed(job, 2)
    Interview.objects.filter(pk=over.pk).update(status=InterviewStatus.COMPLETED)
    client = at_work(job.company)
    do(client, job, "revoke", [fine, over])
    rows = InvitationBatch.objects.get().rows.order_by("number").values_list("result", "detail", "email")
    assert set(rows) == {
        ("done", "", fine.email),
        ("refused", "There is no open invitation to withdraw.", over.email),
    }


def test_all_that_fit_are_extended_on_every_page_in_the_background(job, run_tasks):
    listed(job, 60)
    listed(job, 1, status=InterviewStatus.REVOKED)
    client = at_work(job.company)
    answer = do(client, job, "extend", query="?state=open", everybody="on", days="7")
    assert InvitationBatch.objects.get().row_count == 60
    run_tasks()
    assert client.get(f"{answer.url}state/").json()["finished"] is True
    assert sorted(days_left(row) for row in Interview.objects.all()) == [14, *[21] * 60]


@pytest.mark.parametrize(
    ("action", "fields", "errors"),
    [
        ("extend", {"days": "0"}, {"days": ["Between 1 and 180 days, please."]}),
        ("extend", {"days": ""}, {"days": ["Between 1 and 180 days, please."]}),
        ("evil", {}, {"action": ["Select a valid choice. evil is not one of the available choices."]}),
        ("resend", {"chosen": ["x", "not-a-uid"]}, {"__all__": ["Choose at least one invitation."]}),
    ],
)
def test_a_choice_that_is_not_right_is_refused_and_the_ticks_stay(job, action, fields, errors):
    (row,) = listed(job, 1)
    client = at_work(job.company)
    answer = do(client, job, action, [] if "chosen" in fields else [row], **fields)
    assert (answer.status_code, answer.context["form"].errors) == (422, errors)
    assert ("checked" in answer.content.decode()) == ("chosen" not in fields)


def test_another_companys_invitation_is_not_reached_by_its_uid(job):
    theirs = InterviewFactory()
    answer = do(at_work(job.company), job, "revoke", [theirs])
    theirs.refresh_from_db()
    assert (answer.status_code, theirs.status) == (422, "invited")


@pytest.mark.parametrize(
    ("state", "found"),
    [
        ("", ["open", "seen", "late", "begun", "done", "gone"]),
        ("open", ["open", "seen"]),
        ("unopened", ["open"]),
        ("expired", ["late"]),
        ("begun", ["begun"]),
        ("done", ["done"]),
        ("revoked", ["gone"]),
        ("evil", ["open", "seen", "late", "begun", "done", "gone"]),
    ],
)
def test_invitations_are_filtered_by_where_they_are(job, state, found):
    now = timezone.now()
    for name, values in {
        "open": {},
        "seen": {"opened_at": now},
        "late": {"link_expires_at": now - timedelta(days=1)},
        "begun": {"status": "in_progress"},
        "done": {"status": "completed"},
        "gone": {"status": "revoked"},
    }.items():
        InterviewFactory(job=job, first_name=name, **values)
    InterviewFactory(job=job, source="public_link")
    client = at_work(job.company)
    page = client.get(f"/workspace/jobs/{job.uid}/invitations/?state={state}").context["page"]
    assert [row.first_name for row in page][::-1] == found


def test_the_list_of_invitations_needs_as_many_queries_for_three_rows(job, django_assert_num_queries):
    client = at_work(job.company)
    for more in (1, 2):
        for _row in range(more):
            row = InterviewFactory(job=job, source_tag="campus")
            for _sent in range(2):
                InvitationFactory(interview=row)
        with django_assert_num_queries(9):
            assert client.get(f"/workspace/jobs/{job.uid}/invitations/").status_code == 200


def test_the_list_of_invitations_is_paged(job):
    listed(job, 51)
    client = at_work(job.company)
    url = f"/workspace/jobs/{job.uid}/invitations/"
    sizes = [len(client.get(f"{url}?page={page}").context["page"]) for page in ("1", "2", "x")]
    assert sizes == [50, 1, 50]
