"""Lists of people to invite: worked off in the background, whatever happens, and every row is accounted for."""

from __future__ import annotations

import csv
import io
from collections import Counter
from datetime import timedelta

import pytest
import time_machine
from django.core import mail as django_mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from django_q.models import OrmQ

from companies.enums import JobStatus, Role
from companies.tests.factories import AiInterviewedJobFactory, MembershipFactory
from interviewer.journal.models import OutgoingMail
from interviews import invitees
from interviews.enums import RowResult
from interviews.models import Interview, Invitation, InvitationBatch
from interviews.services import invitation_batches, invitation_mails
from interviews.tests.factories import InterviewFactory, InvitationBatchFactory, InvitationRowFactory
from interviews.tests.recruiters import at_work

pytestmark = pytest.mark.django_db


@pytest.fixture
def job():
    return AiInterviewedJobFactory(company__name="Parcel Works", invitation_days=14)


@pytest.fixture
def recruiter(job):
    return MembershipFactory(company=job.company, role=Role.RECRUITER)


def begin(recruiter, job, text: str, **more) -> InvitationBatch:
    return invitation_batches.start(actor=recruiter, job=job, sheet=invitees.read_pasted(text), **more)


def work_off(batch: InvitationBatch) -> int:
    """Do all rows of a list and count the goes; the e-mails stay in the queue."""
    goes = 0
    while not InvitationBatch.objects.filter(pk=batch.pk, finished_at__isnull=False).exists():
        invitation_batches.run(batch_id=batch.pk)
        goes += 1
        assert goes < 1_000
    return goes


def results(batch: InvitationBatch) -> list[tuple[int, str]]:
    return list(batch.rows.order_by("number").values_list("number", "result"))


def send(client, job, text: str | bytes = "", name: str = "people.csv", **fields):
    data = text.encode() if isinstance(text, str) else text
    file = {"file": SimpleUploadedFile(name, data)} if name else {}
    return client.post(f"/workspace/jobs/{job.uid}/invite/", {**file, **fields})


def read(client, url: str) -> list[list[str]]:
    answer = client.get(url)
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text)))


def of_five_thousand() -> str:
    """A list in which 300 of 5,000 rows are wrong: no address, no name, twice, or a formula for a source."""
    lines = ["email;first name;source"]
    for n in range(5_000):
        match n % 50:
            case 7:
                lines.append(f"p{n}.example.com;Asha;campus")
            case 23:
                lines.append(f"p{n}@example.com;;campus")
            case 41:
                lines.append(f"P{n - 1}@EXAMPLE.com;Asha;campus")
            case _:
                lines.append(f"p{n}@example.com;Asha;campus")
    return "\n".join(lines)


def test_of_five_thousand_rows_the_good_are_invited_and_the_three_hundred_others_handed_back(job):
    client = at_work(job.company)
    answer = send(client, job, of_five_thousand(), message="Welcome.")
    batch = InvitationBatch.objects.get()
    assert (answer.status_code, answer.url) == (302, f"/workspace/jobs/{job.uid}/invitations/{batch.uid}/")
    assert work_off(batch) == 94
    assert Counter(batch.rows.values_list("result", flat=True)) == {
        "invited": 4_700,
        "bad_address": 100,
        "name_missing": 100,
        "duplicate": 100,
    }
    assert (Interview.objects.count(), Invitation.objects.count()) == (4_700, 4_700)
    assert OutgoingMail.objects.filter(kind="invitation").count() == 4_700
    assert Interview.objects.filter(source_tag="campus", first_name="Asha").count() == 4_700

    heading, *rejected = read(client, f"{answer.url}rejected.csv")
    assert (heading, len(rejected)) == (["email", "first name", "source", "Reason"], 300)
    assert rejected[:3] == [
        ["p7.example.com", "Asha", "campus", "There is no @ in “p7.example.com”."],
        ["p23@example.com", "", "campus", "The name is missing."],
        ["P40@EXAMPLE.com", "Asha", "campus", "The same address stands in line 42."],
    ]
    assert len(read(client, f"{answer.url}results.csv")) == 5_001


def test_the_rejected_rows_are_mended_in_their_file_and_sent_again(job, run_tasks):
    client = at_work(job.company)
    first = send(
        client, job, 'Email,Name,Phone,Notes\nasha@example.com,Asha,,\nbela@,=Bela,+91 98765,"a, b"\n'
    )
    (row,) = read(client, f"{first.url}rejected.csv")[1:]
    assert row == ["bela@", "'=Bela", "'+91 98765", "a, b", "“bela@” has no ending such as .com after the @."]
    mended = "Email,Name,Phone,Notes,Reason\nbela@example.com," + ",".join(row[1:3]) + ",x,mended\n"
    second = send(client, job, mended)
    batch = InvitationBatch.objects.latest("pk")
    assert (second.status_code, batch.headings, batch.ignored) == (
        302,
        ["Email", "Name", "Phone", "Notes"],
        ["Notes"],
    )
    bela = Interview.objects.get(email="bela@example.com")
    assert (bela.first_name, bela.phone) == ("=Bela", "+91 98765")


def test_each_row_says_what_became_of_it(job, recruiter):
    InterviewFactory(job=job, email="known@example.com")
    InterviewFactory(job=job, email="gone@example.com", status="withdrawn")
    batch = begin(
        recruiter, job, "new@example.com\nKNOWN@example.com\ngone@example.com\nNew@Example.com\nnobody"
    )
    work_off(batch)
    assert results(batch) == [
        (1, "invited"),
        (2, "already"),
        (3, "ended"),
        (4, "duplicate"),
        (5, "bad_address"),
    ]
    assert [mail.to for mail in OutgoingMail.objects.all()] == ["new@example.com"]


def test_the_same_list_twice_invites_nobody_twice(job, recruiter):
    text = "asha@example.com\nbela@example.com"
    for _time in range(2):
        work_off(begin(recruiter, job, text))
    assert (Interview.objects.count(), OutgoingMail.objects.count()) == (2, 2)
    assert results(InvitationBatch.objects.first()) == [(1, "already"), (2, "already")]


def test_a_worker_killed_in_the_middle_loses_nothing_and_nobody_is_written_to_twice(
    job, recruiter, monkeypatch
):
    monkeypatch.setattr(invitation_batches, "CHUNK", 2)
    batch = begin(recruiter, job, "\n".join(f"p{n}@example.com" for n in range(5)))
    invitation_batches.run(batch_id=batch.pk)
    send = invitation_mails.send_invitations

    def die(**values):
        send(**values)
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(invitation_mails, "send_invitations", die)
        with pytest.raises(KeyboardInterrupt):
            invitation_batches.run(batch_id=batch.pk)
    assert Counter(batch.rows.values_list("result", flat=True)) == {"invited": 2, "waiting": 3}
    assert (Interview.objects.count(), OutgoingMail.objects.count()) == (2, 2)

    OrmQ.objects.all().delete()
    assert invitation_batches.resume_lists() == 0, "its worker may be alive"
    with time_machine.travel(timezone.now() + timedelta(minutes=3), tick=True):
        assert invitation_batches.resume_lists() == 1
        work_off(batch)
    assert (Interview.objects.count(), OutgoingMail.objects.count()) == (5, 5)


def test_a_list_that_fails_again_and_again_is_given_up_with_a_reason(job, recruiter, monkeypatch):
    batch = begin(recruiter, job, "asha@example.com")
    with monkeypatch.context() as patched:
        patched.setattr(invitation_mails, "send_invitations", lambda **_values: 1 / 0)
        for _time in range(invitation_batches.MAX_TRIES):
            with pytest.raises(ZeroDivisionError):
                invitation_batches.run(batch_id=batch.pk)
    invitation_batches.run(batch_id=batch.pk)
    row = batch.rows.get()
    assert (row.result, row.detail) == (
        "refused",
        "Something went wrong on our side. Please send these rows once more.",
    )
    assert InvitationBatch.objects.get().finished_at is not None


def test_what_was_not_done_when_the_job_closed_says_so(job, recruiter, monkeypatch):
    monkeypatch.setattr(invitation_batches, "CHUNK", 1)
    batch = begin(recruiter, job, "asha@example.com\nbela@example.com")
    invitation_batches.run(batch_id=batch.pk)
    type(job).objects.update(status=JobStatus.CLOSED)
    work_off(batch)
    assert results(batch) == [(1, "invited"), (2, "refused")]
    assert batch.rows.get(number=2).detail == "The job is closed. Reopen it to invite candidates."


def test_a_list_of_somebody_who_left_the_company_stops(job, recruiter):
    batch = begin(recruiter, job, "asha@example.com")
    type(recruiter).objects.update(removed_at=timezone.now())
    work_off(batch)
    assert (results(batch), Interview.objects.count()) == ([(1, "refused")], 0)


def test_deadlines_come_from_the_row_then_the_form_then_the_job(job, recruiter):
    soon, later = (timezone.localdate() + timedelta(days=days) for days in (5, 9))
    text = f"email,deadline\nasha@example.com,{soon}\nbela@example.com,"
    work_off(begin(recruiter, job, text, deadline_at=timezone.now() + timedelta(days=9)))
    work_off(begin(recruiter, job, "chen@example.com"))
    days = [timezone.localdate(one.link_expires_at) for one in Interview.objects.order_by("email")]
    assert days == [soon, later, timezone.localdate() + timedelta(days=14)]


def test_a_short_list_is_done_before_its_page_is_shown(job):
    client = at_work(job.company)
    page = client.get(send(client, job, name="", people="asha@example.com\nnobody").url)
    text = page.content.decode()
    assert page.context["progress"].counts == {"invited": 1, "bad_address": 1}
    assert ("There is no @ in “nobody”." in text, "data-progress" in text) == (True, False)


def test_a_long_list_shows_how_far_it_is_and_answers_nothing_new_with_304(job, monkeypatch):
    monkeypatch.setattr(invitation_batches, "CHUNK", 2)
    client = at_work(job.company)
    url = send(client, job, name="", people="\n".join(f"p{n}@example.com" for n in range(4))).url
    assert "0 of 4 rows" in client.get(url).content.decode()
    first = client.get(f"{url}state/")
    assert first.json() == {"version": "0-4-0", "percent": 0, "finished": False, "text": "0 of 4 rows"}
    same = client.get(f"{url}state/", headers={"If-None-Match": first["ETag"]})
    assert (same.status_code, same.content) == (304, b"")
    invitation_batches.run(batch_id=InvitationBatch.objects.get().pk)
    moved = client.get(f"{url}state/", headers={"If-None-Match": first["ETag"]})
    assert (moved.status_code, moved.json()["text"]) == (200, "2 of 4 rows")
    work_off(InvitationBatch.objects.get())
    assert client.get(f"{url}state/").json()["finished"] is True


@pytest.mark.parametrize(
    ("sent", "field", "why"),
    [
        ({}, "people", "Enter at least one address, or choose a file."),
        (
            {"people": "a@b.co", "file": ("p.csv", b"a@b.co")},
            "file",
            "Type a list or choose a file, not both.",
        ),
        ({"file": ("p.csv", b"")}, "file", "The file is empty."),
        (
            {"file": ("p.exe", b"MZ\x00\x00")},
            "file",
            "This is no CSV and no Excel workbook (.xlsx). Save your list as one of them.",
        ),
        (
            {"file": ("p.csv", b"x" * (5 * 1024 * 1024 + 1))},
            "file",
            "The file is larger than 5 MB. Split the list, please.",
        ),
        (
            {"file": ("p.csv", b"a@b.co\n" * 5_002)},
            "file",
            "There are more than 5000 rows. Split the list, please.",
        ),
        ({"people": "a@b.co", "deadline": "2020-01-01"}, "deadline", "The deadline is over already."),
    ],
)
def test_a_list_that_cannot_be_taken_is_refused_beside_its_field_and_nothing_typed_is_lost(
    job, sent, field, why
):
    client = at_work(job.company)
    file = {"file": SimpleUploadedFile(*sent["file"])} if "file" in sent else {}
    answer = client.post(
        f"/workspace/jobs/{job.uid}/invite/", {**sent, **file, "message": "We liked your work."}
    )
    form = answer.context["form"]
    assert (answer.status_code, form.errors) == (422, {field: [why]})
    assert (form["message"].value(), InvitationBatch.objects.count()) == ("We liked your work.", 0)


def test_a_list_without_any_good_line_names_the_lines(job):
    client = at_work(job.company)
    text = "\n".join(["asha", "bela@", *(f"line {n}" for n in range(6))])
    answer = send(client, job, name="", people=text)
    assert answer.context["form"].errors["people"] == [
        "Nobody here can be invited.",
        "Line 1: There is no @ in “asha”.",
        "Line 2: “bela@” has no ending such as .com after the @.",
        "Line 3: There is no @ in “line 0”.",
        "Line 4: There is no @ in “line 1”.",
        "Line 5: There is no @ in “line 2”.",
        "And 3 more lines.",
    ]
    assert text in answer.content.decode().replace("\r", "")


def test_what_was_typed_stays_when_the_job_takes_nobody_in(job):
    type(job).objects.update(status=JobStatus.CLOSED)
    answer = send(at_work(job.company), job, name="", people="asha@example.com")
    assert answer.status_code == 409
    assert answer.context["form"]["people"].value() == "asha@example.com"


def test_an_upload_that_is_far_too_large_is_refused_unread(job):
    answer = at_work(job.company).post(
        f"/workspace/jobs/{job.uid}/invite/", {"people": "a@b.co"}, CONTENT_LENGTH=str(10**9)
    )
    assert answer.status_code == 413


@pytest.mark.parametrize(("page", "count"), [("", 8), ("state/", 6)])
def test_the_page_of_a_list_needs_as_many_queries_for_three_rows(job, page, count, django_assert_num_queries):
    client, batch = at_work(job.company), InvitationBatchFactory(job=job)
    for more in (1, 2):
        for _row in range(more):
            interview = InterviewFactory(job=job)
            InvitationRowFactory(batch=batch, interview=interview, result=RowResult.INVITED)
        with django_assert_num_queries(count):
            url = f"/workspace/jobs/{job.uid}/invitations/{batch.uid}/{page}"
            assert client.get(url).status_code == 200


def test_the_rows_of_a_list_are_paged_and_filtered_by_their_result(job):
    client, batch = at_work(job.company), InvitationBatchFactory(job=job)
    for _row in range(51):
        InvitationRowFactory(batch=batch, result=RowResult.INVITED)
    InvitationRowFactory(batch=batch, result=RowResult.BAD_ADDRESS, detail="No.")
    url = f"/workspace/jobs/{job.uid}/invitations/{batch.uid}/"
    sizes = [
        len(client.get(f"{url}{query}").context["page"]) for query in ("", "?page=2", "?result=bad_address")
    ]
    assert (sizes, client.get(f"{url}?result=evil").status_code) == ([50, 2, 1], 200)


def test_e_mails_of_a_list_reach_their_people_with_a_calendar_entry(job, recruiter, run_tasks):
    begin(recruiter, job, "Asha Rao <asha@example.com>", message="Bring questions.")
    run_tasks()
    (message,) = django_mail.outbox
    ((name, entry, kind),) = message.attachments
    assert (message.to, "Bring questions." in message.body) == (["asha@example.com"], True)
    assert (name, kind, "BEGIN:VEVENT" in str(entry)) == ("interview.ics", "text/calendar", True)
    assert OutgoingMail.objects.get().attachments == []
