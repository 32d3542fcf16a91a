"""The workspace's pages of classic jobs and applicants: bad input, two members at once, letters before they go."""

from __future__ import annotations

import csv
import io
import uuid

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone
from openpyxl import load_workbook

from companies.enums import JobStatus, Role
from companies.models import Job, JobTextDraft, LetterTemplate, SentLetter
from companies.tests.factories import (
    AiInterviewedJobFactory,
    CompanyFactory,
    JobApplicationFactory,
    JobFactory,
)
from interviewer.journal.models import AuditEvent, OutgoingMail
from interviews.enums import InterviewSource, InterviewStatus
from interviews.models import Interview
from interviews.tests.factories import InterviewFactory
from interviews.tests.recruiters import at_work, filled

pytestmark = pytest.mark.django_db
NEW = "/workspace/jobs/classic/new/"
MOVE = "/workspace/applications/move/"


@pytest.fixture
def company():
    return CompanyFactory(name="Lumen")


@pytest.fixture
def browser(company):
    return at_work(company)


def applied(company, name="Asha Rao", **values):
    first, _space, last = name.partition(" ")
    return JobApplicationFactory(
        job__company=company,
        job__title="Clerk",
        job_seeker__first_name=first,
        job_seeker__last_name=last,
        job_seeker__user__email=f"{first.lower()}@mail.example",
        **values,
    )


def chosen(*rows):
    return [f"{row.uid}:{row.status}" for row in rows]


def test_a_title_is_enough_for_a_draft_and_all_fields_are_kept(company, browser):
    answer = browser.post(NEW, filled(browser.get(NEW)) | {"title": "Clerk"})
    job = Job.objects.get()
    assert (answer.url, job.state) == (f"/workspace/jobs/classic/{job.uid}/", "draft")
    url = f"{answer.url}edit/"
    values = {
        "title": "Chief clerk",
        "role": "Accounts",
        "location": "Pune",
        "locality": "Baner",
        "work_mode": "hybrid",
        "description": "Keep the books.",
        "skills": "excel, tally",
        "qualification": "Graduate",
        "degree": "B.Com",
        "previous_industry": "Retail",
        "languages": "English, Marathi",
        "min_experience_years": "1",
        "max_experience_years": "3",
        "currency": "inr",
        "min_salary": "20000",
        "max_salary": "30000",
        "show_salary": "on",
        "benefits": "Lunch",
    }
    assert set(browser.get(url).context["form"].fields) == set(values)
    assert browser.post(url, filled(browser.get(url)) | values).status_code == 302
    job.refresh_from_db()
    kept = {name: getattr(job, name) for name in values}
    assert kept == values | {
        "skills": ["excel", "tally"],
        "languages": ["English", "Marathi"],
        "currency": "INR",
        "show_salary": True,
        **{name: int(values[name]) for name in values if name.startswith(("min_", "max_"))},
    }


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", ""),
        ("title", "T" * 151),
        ("max_salary", "10"),
        ("min_salary", "-1"),
        ("max_salary", str(10**12)),
        ("min_salary", "many"),
        ("max_experience_years", "0"),
        ("min_experience_years", "71"),
        ("currency", "RUPEE"),
        ("currency", "₹₹₹"),
        ("work_mode", "moon"),
        ("description", "d" * 2_000_000),
        ("skills", ", ".join(f"skill{n}" for n in range(21))),
        ("languages", "x" * 61),
        ("benefits", "b" * 10_001),
        ("role", "r" * 101),
    ],
)
def test_bad_input_is_said_beside_its_field_and_what_was_typed_stays(browser, field, value):
    sent = {"title": "Clerk", "min_salary": "100", "min_experience_years": "2", "currency": "INR"}
    sent |= {"work_mode": "on_site", "locality": "Baner", field: value}
    answer = browser.post(NEW, sent)
    said = list(answer.context["form"].errors)
    assert (answer.status_code, len(said), said[0] in {field, f"max{field[3:]}"}) == (422, 1, True)
    assert ('value="Baner"' in answer.content.decode(), Job.objects.count()) == (True, 0)


def test_html_in_a_job_is_text(company, browser):
    job = JobFactory(company=company, title="<i>Clerk</i>", description="<script>alert(1)</script>")
    page = browser.get(f"/workspace/jobs/classic/{job.uid}/").content.decode()
    assert ("<script>alert" in page, "<i>Clerk" in page) == (False, False)
    assert "&lt;script&gt;alert(1)" in page


def test_the_second_member_to_save_a_job_is_told_and_loses_nothing(company):
    job = JobFactory(company=company)
    url = f"/workspace/jobs/classic/{job.uid}/edit/"
    alice, bob = at_work(company), at_work(company)
    hers, his = filled(alice.get(url)), filled(bob.get(url))
    assert alice.post(url, hers | {"title": "Alice's"}).status_code == 302
    answer = bob.post(url, his | {"title": "Bob's"})
    job.refresh_from_db()
    assert (answer.status_code, job.title) == (422, "Alice's")
    assert answer.context["form"].errors["title"] == ["Somebody saved this meanwhile: “Alice's”."]
    assert bob.post(url, filled(answer)).status_code == 302
    job.refresh_from_db()
    assert job.title == "Bob's"


def test_the_life_of_a_job_is_a_few_clicks(company, browser):
    job = JobFactory(company=company, posted_at=None)
    url, states = f"/workspace/jobs/classic/{job.uid}/", []
    for do in ("post", "close", "reopen", "post", "nonsense"):
        browser.post(f"{url}act/", {"do": do})
        job.refresh_from_db()
        states.append(str(job.state))
    assert states == ["open", "closed", "open", "open", "open"]
    copy = browser.post(f"{url}act/", {"do": "copy"})
    assert browser.get(copy.url).context["job"].state == "draft"
    assert browser.post(f"{url}act/", {"do": "delete"}).url == "/workspace/jobs/classic/"
    assert (browser.get(url).status_code, Job.objects.for_company(company).count()) == (404, 1)


def test_a_draft_of_a_text_replaces_nothing_that_was_not_said(company, browser, run_tasks):
    job = JobFactory(company=company, benefits="Lunch")
    url = f"/workspace/jobs/classic/{job.uid}/draft/"
    assert browser.post(url, {"do": "ask", "part": "benefits", "keywords": ""}).status_code == 422
    assert browser.post(url, {"do": "ask", "part": "title", "keywords": "x"}).status_code == 422
    browser.post(url, {"do": "ask", "part": "benefits", "keywords": "pension"})
    run_tasks()
    kept = []
    for sent in ({"do": "use", "part": "benefits"}, {"do": "use", "part": "benefits", "replace": "yes"}):
        browser.post(url, sent)
        job.refresh_from_db()
        kept.append(job.benefits)
    assert kept == ["Lunch", "What we offer:\n- Pension"]
    assert JobTextDraft.objects.count() == 0


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", ["Neha", "Asha"]),
        ("search=asha", ["Asha"]),
        ("search=neha@mail.example", ["Neha"]),
        ("status=rejected", ["Neha"]),
        ("flagged=on", ["Asha"]),
        ("sort=name", ["Asha", "Neha"]),
        ("sort=oldest", ["Asha", "Neha"]),
        ("sort=nonsense", ["Neha", "Asha"]),
        ("search=nobody", []),
        ("page=99", ["Neha", "Asha"]),
    ],
)
def test_the_list_and_its_file_hold_what_was_asked_for(company, browser, query, names):
    applied(company, "Asha Rao", flagged=True, profile_snapshot={"key_skills": ["=1+1"]})
    applied(company, "Neha Das", status="rejected")
    applied(CompanyFactory(), "Mallory Doe")
    page = browser.get(f"/workspace/applications/?{query}").context["page"]
    assert [row.job_seeker.first_name for row in page] == names
    body = b"".join(browser.get(f"/workspace/applications.csv?{query}").streaming_content)
    lines = list(csv.reader(io.StringIO(body.decode("utf-8-sig"))))
    assert [line[0].split()[0] for line in lines[1:]] == names
    assert {line[6] for line in lines[1:] if line[0] == "Asha Rao"} <= {"'=1+1"}
    book = load_workbook(io.BytesIO(browser.get(f"/workspace/applications.xlsx?{query}").getvalue()))
    assert [row[0].split()[0] for row in list(book.active.values)[1:]] == names
    assert AuditEvent.objects.filter(action="applications.exported").count() == 2


def test_one_job_s_applicants(company, browser):
    row = applied(company)
    applied(company, "Neha Das")
    page = browser.get(f"/workspace/applications/?job_uid={row.job.uid}").context["page"]
    assert [one.pk for one in page] == [row.pk]


def test_the_letter_is_seen_changed_and_sent_with_the_move(company, browser):
    asha, neha = applied(company), applied(company, "Neha Das")
    page = browser.get(MOVE, {"chosen": chosen(asha, neha), "to": "shortlisted"})
    assert page.context["preview"].body.startswith("Hello Asha,\n\nwe liked your application for Clerk")
    sent = {"to": "shortlisted", "chosen": chosen(asha, neha), "subject": "{job}!", "body": "Dear {name}"}
    page = browser.post(MOVE, sent | {"do": "preview"})
    assert (page.context["preview"].subject, page.context["preview"].body) == ("Clerk!", "Dear Asha Rao")
    asha.refresh_from_db()
    assert (asha.status, OutgoingMail.objects.count()) == ("applied", 0)
    answer = browser.post(MOVE, sent | {"do": "send", "back": "/workspace/applications/?sort=name"})
    assert answer.url == "/workspace/applications/?sort=name"
    assert sorted(SentLetter.objects.values_list("text", flat=True)) == ["Dear Asha Rao", "Dear Neha Das"]
    assert b"queued" in browser.get(f"/workspace/applications/{asha.uid}/").content


def test_without_the_e_mail_its_text_does_not_matter(company, browser):
    row = applied(company)
    browser.post(MOVE, {"to": "rejected", "chosen": chosen(row), "subject": "", "body": "", "do": "silent"})
    row.refresh_from_db()
    assert (row.status, SentLetter.objects.count()) == ("rejected", 0)


@pytest.mark.parametrize(("field", "value"), [("subject", ""), ("body", "{nmae}"), ("body", "b" * 2_000_000)])
def test_a_wrong_letter_moves_nobody_and_is_kept(company, browser, field, value):
    row = applied(company)
    sent = {"to": "rejected", "chosen": chosen(row), "subject": "About {job}", "body": "Hello", "do": "send"}
    answer = browser.post(MOVE, sent | {field: value})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    row.refresh_from_db()
    assert row.status == "applied"


def test_of_two_members_who_move_one_applicant_the_second_is_told(company):
    row = applied(company)
    alice, bob = at_work(company), at_work(company)
    sent = {"chosen": chosen(row), "subject": "s", "body": "b", "do": "send"}
    alice.post(MOVE, sent | {"to": "shortlisted"})
    answer = bob.post(MOVE, sent | {"to": "rejected"}, follow=True)
    assert "Asha Rao: Somebody else moved it meanwhile: it is shortlisted now." in answer.content.decode()
    row.refresh_from_db()
    assert (row.status, SentLetter.objects.count()) == ("shortlisted", 1)


@pytest.mark.parametrize(
    "sent",
    [
        {"to": "withdrawn"},
        {"to": ""},
        {"chosen": []},
        {"chosen": ["nonsense", f"{uuid.uuid4()}:applied", ":"]},
        {"back": "https://evil.example/"},
    ],
)
def test_a_move_that_makes_no_sense_is_refused_with_a_word(company, browser, sent):
    row = applied(company)
    asked = {"to": "rejected", "chosen": chosen(row)} | sent
    answer = browser.get(MOVE, asked)
    if "back" in sent:
        assert answer.context["back"] == "/workspace/applications/"
    else:
        assert (answer.status_code, answer.url) == (302, "/workspace/applications/")


def test_another_company_s_applicants_are_left_out_of_a_move(company, browser):
    other = applied(CompanyFactory(), "Mallory Doe")
    sent = {"chosen": chosen(other), "to": "rejected", "subject": "s", "body": "b", "do": "send"}
    browser.post(MOVE, sent)
    other.refresh_from_db()
    assert (other.status, OutgoingMail.objects.count()) == ("applied", 0)


def test_a_template_is_the_start_of_the_next_letter(company, browser):
    url = "/workspace/applications/letters/rejected/"
    assert browser.post(url, {"subject": "x", "body": "{job} {oops}"}).status_code == 422
    browser.post(url, {"subject": "Sorry, {first_name}", "body": "No."})
    assert LetterTemplate.objects.get().is_on is False
    page = browser.get(MOVE, {"chosen": chosen(applied(company)), "to": "rejected"})
    assert (page.context["preview"].subject, page.context["is_on"]) == ("Sorry, Asha", False)
    assert browser.get("/workspace/applications/letters/withdrawn/").status_code == 404


def test_notes_flags_and_the_resume_stand_in_the_history(company, browser):
    row = applied(company)
    row.resume_snapshot.save("resume.pdf", ContentFile(b"%PDF-1.4"))
    url = f"/workspace/applications/{row.uid}/"
    browser.post(f"{url}note/", {"text": "<b>Call</b> her"})
    browser.post(f"{url}note/", {"text": "  "})
    browser.post(f"{url}flag/", {"do": "flag"})
    answer = browser.get(f"{url}resume/")
    assert (answer["Content-Type"], b"".join(answer.streaming_content)) == ("application/pdf", b"%PDF-1.4")
    page = browser.get(url)
    assert [moment.label for moment in page.context["moments"]] == [
        "Résumé opened",
        "Flagged",
        "Note written",
    ]
    assert "&lt;b&gt;Call&lt;/b&gt; her" in page.content.decode()


def test_a_reviewer_reads_and_notes_but_moves_nobody(company):
    row, browser = applied(company), at_work(company, Role.REVIEWER)
    page = browser.get(f"/workspace/applications/{row.uid}/").content.decode()
    assert ("Reject …" in page, "Save note" in page) == (False, True)
    assert browser.get(MOVE, {"chosen": chosen(row), "to": "rejected"}).status_code == 403


@pytest.mark.parametrize(
    ("path", "sent"),
    [
        ("jobs/classic/new/", {"title": "Clerk"}),
        ("jobs/classic/{job}/edit/", {"title": "Other"}),
        ("jobs/classic/{job}/act/", {"do": "close"}),
        ("jobs/classic/{job}/draft/", {"do": "ask", "part": "benefits", "keywords": "lunch"}),
        ("applications/{row}/note/", {"text": "A note"}),
        ("applications/{row}/flag/", {"do": "flag"}),
        ("applications/letters/rejected/", {"subject": "s", "body": "b"}),
    ],
)
def test_a_company_that_was_stopped_reads_and_changes_nothing(company, browser, path, sent):
    row = applied(company)
    company.suspended_at = timezone.now()
    company.save()
    answer = browser.post(f"/workspace/{path.format(job=row.job.uid, row=row.uid)}", sent)
    assert (answer.status_code, AuditEvent.objects.count()) == (403, 0)
    assert browser.get(f"/workspace/applications/{row.uid}/").status_code == 200


def test_a_company_that_was_stopped_moves_nobody(company, browser):
    row = applied(company)
    company.suspended_at = timezone.now()
    company.save()
    browser.post(MOVE, {"to": "rejected", "chosen": chosen(row), "do": "silent"})
    row.refresh_from_db()
    assert row.status == "applied"


# --- into an AI interview


def test_an_applicant_is_invited_to_an_interview_in_one_click(company, browser):
    row = applied(
        company,
        profile_snapshot={"current_city": "Pune", "key_skills": ["excel"], "phone": "+91 98765 43210"},
    )
    job = AiInterviewedJobFactory(company=company)
    url = f"/workspace/applications/{row.uid}/"
    browser.post(f"{url}interview/", {"job": job.uid})
    found = Interview.objects.get()
    assert (found.application, found.job_seeker, found.status) == (row, row.job_seeker, "invited")
    assert (found.email, found.full_name, found.city) == ("asha@mail.example", "Asha Rao", "Pune")
    assert (found.skills, found.source) == (["excel"], InterviewSource.INVITATION)
    assert OutgoingMail.objects.get(kind="invitation").to == "asha@mail.example"
    assert [one.interview for one in browser.get(url).context["interviews"]] == [found]

    answer = browser.post(f"{url}interview/", {"job": job.uid}, follow=True)
    assert "There is an interview already" in answer.content.decode()
    assert Interview.objects.count() == 1


@pytest.mark.parametrize("why", ["draft", "other company", "nonsense", "withdrawn"])
def test_where_no_interview_is_open_nobody_is_invited(company, browser, why):
    row = applied(company, status="withdrawn" if why == "withdrawn" else "applied")
    job = AiInterviewedJobFactory(
        company=CompanyFactory() if why == "other company" else company,
        status=JobStatus.DRAFT if why == "draft" else JobStatus.ACTIVE,
    )
    sent = "x" if why == "nonsense" else job.uid
    answer = browser.post(f"/workspace/applications/{row.uid}/interview/", {"job": sent})
    assert (answer.status_code, Interview.objects.count(), OutgoingMail.objects.count()) == (302, 0, 0)


def test_who_withdrew_from_the_interview_is_not_invited_again(company, browser):
    row = applied(company)
    job = AiInterviewedJobFactory(company=company)
    InterviewFactory(
        job=job,
        email="asha@mail.example",
        status=InterviewStatus.WITHDRAWN,
        source=InterviewSource.INVITATION,
    )
    url = f"/workspace/applications/{row.uid}/interview/"
    answer = browser.post(url, {"job": job.uid}, follow=True)
    assert "Asha Rao: has withdrawn." in answer.content.decode()
    assert Interview.objects.filter(application=row).count() == 0
