"""Deciding: two at once, letters to the candidate, texts of a company, the board."""

from __future__ import annotations

import threading

import pytest
from django.core import mail as django_mail
from django.db import connection, connections

from companies.enums import Role
from companies.letters import Letter
from companies.tests.factories import AiInterviewedJobFactory, MembershipFactory
from interviewer.errors import Conflict, Invalid
from interviewer.journal.models import MailStatus, OutgoingMail
from interviews.enums import Decision, InterviewStatus
from interviews.models import CandidateMail, DecisionLetter, Interview
from interviews.services import letters, review
from interviews.tests.factories import DecisionLetterFactory, InterviewFactory, InterviewTagFactory
from interviews.tests.recruiters import at_work

pytestmark = pytest.mark.django_db
BOARD = "/workspace/candidates/board/"


@pytest.fixture
def interview():
    return InterviewFactory(
        first_name="Asha",
        last_name="Rao",
        email="asha@example.com",
        job=AiInterviewedJobFactory(title="Engineer", company__name="Lantern"),
        status=InterviewStatus.COMPLETED,
    )


def url(interview, what="decision"):
    return f"/workspace/candidates/{interview.uid}/{what}/"


def drawn(client, interview):
    """The form of the page as it stands."""
    form = client.get(f"/workspace/candidates/{interview.uid}/").context["decision_form"]
    return {"seen": form["seen"].value(), "decision": form["decision"].value()}


def test_the_second_of_two_is_told_and_nothing_is_lost(interview):
    first, second = at_work(interview.company), at_work(interview.company)
    mine, theirs = drawn(first, interview), drawn(second, interview)
    first.post(url(interview), mine | {"decision": "hired", "decision_reason": "Knows trains"})
    answer = second.post(url(interview), theirs | {"decision": "rejected", "decision_reason": "Too slow"})
    page = answer.content.decode()
    interview.refresh_from_db()
    assert (answer.status_code, interview.decision, interview.decision_reason) == (
        409,
        "hired",
        "Knows trains",
    )
    assert "decided meanwhile: hired, because: “Knows trains”" in page
    assert "Too slow" in page
    form = answer.context["decision_form"]
    again = {name: form[name].value() for name in ("seen", "decision", "decision_reason")}
    assert second.post(url(interview), again).status_code == 302
    interview.refresh_from_db()
    assert (interview.decision, interview.decision_reason, interview.decision_version) == (
        "rejected",
        "Too slow",
        2,
    )


@pytest.mark.django_db(transaction=True)
def test_of_two_at_the_same_moment_one_is_told():
    if connection.vendor == "sqlite":
        pytest.skip("SQLite in memory has one connection")
    interview = InterviewFactory()
    told, barrier = [], threading.Barrier(2)

    def decide(decision):
        barrier.wait()
        try:
            review.decide(actor=None, interview=interview, decision=decision, reason="", seen=0)
        except Conflict as problem:
            told.append(problem.extra["version"])
        finally:
            connections.close_all()

    threads = [threading.Thread(target=decide, args=(one,)) for one in ("hired", "rejected")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert told == [1]
    assert Interview.objects.get().decision_version == 1


def test_a_letter_is_shown_edited_and_sent_with_the_decision(interview, run_tasks):
    DecisionLetterFactory(company=interview.company, subject="{job} at {company}", body="Dear {first_name}")
    client = at_work(interview.company)
    form = drawn(client, interview) | {
        "decision": "rejected",
        "decision_reason": "Too few years",
        "with_letter": "on",
    }
    asked = client.post(url(interview), form)
    assert (asked.status_code, CandidateMail.objects.count()) == (200, 0)
    assert asked.context["form"].initial == {"subject": "Engineer at Lantern", "body": "Dear Asha"}
    interview.refresh_from_db()
    assert interview.decision == "undecided"

    sent = client.post(
        url(interview), form | {"subject": "Your interview", "body": "Dear Asha,\n\nno & thanks."}
    )
    assert sent.status_code == 302
    interview.refresh_from_db()
    assert (interview.decision, interview.decision_reason) == ("rejected", "Too few years")
    row = CandidateMail.objects.get()
    activity = f"/workspace/candidates/{interview.uid}/?tab=activity"
    assert client.get(activity).context["events"][1].mail.status == MailStatus.QUEUED
    run_tasks()
    (mail,) = django_mail.outbox
    assert (mail.to, mail.subject) == (["asha@example.com"], "Your interview")
    assert "no & thanks." in mail.body
    assert "Too few years" not in mail.body
    assert client.get(activity).context["events"][2].mail.status == MailStatus.SENT
    assert OutgoingMail.objects.get(key=row.key).text == ""


@pytest.mark.parametrize("body", ["", "Dear {firstname}", "x" * 5_001])
def test_a_letter_with_a_mistake_is_not_sent_and_nothing_is_decided(interview, body):
    client = at_work(interview.company)
    form = {
        "decision": "hired",
        "decision_reason": "Why not",
        "with_letter": "on",
        "subject": "Hello",
        "body": body,
    }
    answer = client.post(url(interview), form)
    interview.refresh_from_db()
    assert (answer.status_code, interview.decision, CandidateMail.objects.count()) == (422, "undecided", 0)
    assert answer.context["form"]["subject"].value() == "Hello"
    assert answer.context["decision_form"]["decision_reason"].value() == "Why not"


def test_a_letter_written_while_a_colleague_decided_is_kept(interview):
    client = at_work(interview.company)
    form = drawn(client, interview) | {
        "decision": "hired",
        "with_letter": "on",
        "subject": "S",
        "body": "Long text",
    }
    review.decide(actor=None, interview=interview, decision="rejected", reason="")
    answer = client.post(url(interview), form)
    page = answer.content.decode()
    assert (answer.status_code, "Long text" in page, "decided meanwhile" in page) == (409, True, True)
    assert (CandidateMail.objects.count(), OutgoingMail.objects.count()) == (0, 0)


def test_a_company_writes_its_own_texts(interview):
    client = at_work(interview.company)
    page = "/workspace/company/review/"
    wrong = client.post(f"{page}letters/hired/", {"hired-subject": "Hi {nobody}", "hired-body": "Kept"})
    assert (wrong.status_code, "Kept" in wrong.content.decode()) == (422, True)
    client.post(f"{page}letters/hired/", {"hired-subject": "Welcome", "hired-body": "{sender}"})
    assert letters.template_of(interview.company, "hired") == Letter("Welcome", "{sender}")
    client.post(f"{page}letters/hired/", {"do": "drop"})
    assert DecisionLetter.objects.count() == 0
    assert client.post(f"{page}letters/undecided/", {}).status_code == 404
    with pytest.raises(Invalid):
        letters.save_template(actor=None, company=interview.company, decision="evil", letter=Letter("a", "b"))


@pytest.mark.parametrize("decision", letters.WRITTEN_ABOUT)
def test_the_standard_texts_hold_no_unknown_placeholder(decision):
    letters.check(letters.standard(decision))


def test_the_board_has_a_lane_for_each_decision(interview):
    InterviewTagFactory(interview=interview, tag__name="remote")
    InterviewFactory(job=interview.job, status="completed", decision=Decision.HIRED, overall_score=50)
    InterviewFactory(job=interview.job, status="completed", decision=Decision.HIRED, overall_score=90)
    InterviewFactory(job=interview.job)
    lanes = at_work(interview.company).get(BOARD).context["lanes"]
    assert [(str(lane.decision), lane.count) for lane in lanes] == [
        ("undecided", 1),
        ("on_hold", 0),
        ("shortlisted", 0),
        ("rejected", 0),
        ("hired", 2),
    ]
    assert [row.interview.overall_score for row in lanes[4].rows] == [90, 50]
    assert len(at_work(interview.company).get(f"{BOARD}?status=invited").context["lanes"][0].rows) == 1


def test_a_lane_shows_its_best_and_links_to_the_others(interview):
    InterviewFactory.create_batch(21, job=interview.job, status="completed", decision=Decision.REJECTED)
    page = at_work(interview.company).get(BOARD)
    lane = page.context["lanes"][3]
    assert (lane.count, len(lane.rows), lane.more) == (21, 20, 1)
    href = page.content.decode().split("1 more in the list")[0].rsplit('href="', 1)[1].split('"')[0]
    listed = at_work(interview.company).get(href.replace("&amp;", "&"))
    assert listed.context["page"].paginator.count == 21


def test_a_card_is_moved_by_its_form_and_by_a_script(interview):
    client = at_work(interview.company)
    moved = client.post(
        url(interview, "move"), {"decision": "on_hold", "seen": 0, "query": "status=completed"}
    )
    assert moved.url == f"{BOARD}?status=completed"
    answer = client.post(
        url(interview, "move"), {"decision": "hired", "seen": 1}, headers={"accept": "application/json"}
    )
    assert answer.json() == {"decision": "hired", "seen": 2}
    late = client.post(
        url(interview, "move"), {"decision": "rejected", "seen": 1}, headers={"accept": "application/json"}
    )
    assert (late.status_code, "decided meanwhile" in late.json()["detail"]) == (409, True)
    by_form = client.post(url(interview, "move"), {"decision": "rejected", "seen": 1}, follow=True)
    assert "decided meanwhile" in by_form.content.decode()
    interview.refresh_from_db()
    assert interview.decision == "hired"


def test_a_reviewer_sees_the_board_and_moves_nothing(interview):
    client = at_work(interview.company, Role.REVIEWER)
    assert "data-board " not in client.get(BOARD).content.decode()
    assert client.post(url(interview, "move"), {"decision": "hired", "seen": 0}).status_code == 403


@pytest.mark.parametrize("count", [1, 3])
def test_the_board_needs_the_same_queries_for_any_number(interview, count, django_assert_num_queries):
    member = MembershipFactory(company=interview.company)
    for decision in Decision:
        InterviewFactory.create_batch(count, job=interview.job, status="completed", decision=decision)
    client = at_work(member.company)
    with django_assert_num_queries(17):
        client.get(BOARD)
