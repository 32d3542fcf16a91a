"""Reminders: when they are due, that each is sent once, what stops them, and how a candidate turns them off."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core import mail as django_mail
from django.utils import timezone
from icalendar import Calendar

from companies.enums import JobStatus, Role
from companies.tests.factories import AiInterviewedJobFactory, MembershipFactory
from interviews import calendar_entries
from interviews.enums import InterviewStatus, Reminder
from interviews.models import Interview, InvitationReminder
from interviews.services import invitations, reminders
from interviews.tests.arrivals import Browser, link
from interviews.tests.factories import InterviewFactory, InvitationFactory

pytestmark = pytest.mark.django_db
START = datetime(2026, 3, 1, 9, tzinfo=UTC)


@pytest.fixture
def interview():
    """Somebody who was invited at the beginning, for ten days."""
    with time_machine.travel(START, tick=False):
        row = InterviewFactory(
            job=AiInterviewedJobFactory(company__name="Parcel Works", title="Packer"),
            email="asha@example.com",
            link_expires_at=START + timedelta(days=10),
        )
        InvitationFactory(interview=row)
    return row


def pass_time(run_tasks, days: float, *, start: float = 0) -> list[tuple[str, int]]:
    """Let the clock go on in steps of six hours; which reminders were sent, and on which day."""
    before = set(InvitationReminder.objects.values_list("pk", flat=True))
    for step in range(int(start * 4), int(days * 4) + 1):
        with time_machine.travel(START + timedelta(hours=6 * step), tick=False):
            reminders.find_due()
            run_tasks()
    rows = InvitationReminder.objects.exclude(pk__in=before).order_by("pk")
    return [(row.kind, (row.sent_at - START).days) for row in rows]


def test_who_does_nothing_is_reminded_after_three_days_and_two_and_one_day_before_the_end(
    interview, run_tasks
):
    assert pass_time(run_tasks, 12) == [("unopened", 3), ("two_days", 8), ("one_day", 9)]
    assert [message.to for message in django_mail.outbox] == [["asha@example.com"]] * 3
    first, *_others = django_mail.outbox
    assert "Perhaps our e-mail got lost" in first.body
    assert link(interview) in first.body
    off = f"{link(interview)}reminders/"
    assert off in first.body
    assert first.extra_headers == {
        "List-Unsubscribe": f"<http://localhost:8000{off}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }


def test_who_opened_the_link_is_not_told_that_it_may_be_lost(interview, run_tasks):
    with time_machine.travel(START + timedelta(days=1)):
        Browser().opens(link(interview))
    assert pass_time(run_tasks, 12) == [("two_days", 8), ("one_day", 9)]


STOPS = {
    "begun": {"status": InterviewStatus.IN_PROGRESS},
    "completed": {"status": InterviewStatus.COMPLETED},
    "revoked": {"status": InterviewStatus.REVOKED},
    "deleted": {"deleted_at": START},
    "without an address": {"email": ""},
    "turned off": {"reminders_off_at": START},
}


@pytest.mark.parametrize("name", STOPS)
def test_reminders_stop(interview, run_tasks, name):
    Interview.objects.update(**STOPS[name])
    assert pass_time(run_tasks, 12) == []


@pytest.mark.parametrize(
    "values",
    [
        {"sends_reminders": False},
        {"status": JobStatus.CLOSED},
        {"approved": False},
        {"deleted_at": START},
    ],
)
def test_a_job_that_wants_none_or_takes_nobody_in_sends_none(interview, run_tasks, values):
    type(interview.job).objects.update(**values)
    assert pass_time(run_tasks, 12) == []


def test_a_company_that_was_stopped_sends_none(interview, run_tasks):
    type(interview.job.company).objects.update(suspended_at=START)
    assert pass_time(run_tasks, 12) == []


def test_who_came_by_the_public_link_and_only_typed_an_address_is_not_written_to(interview, run_tasks):
    interview.invitations.all().delete()
    assert pass_time(run_tasks, 12) == []


def test_somebody_who_begins_while_a_reminder_waits_gets_none(interview, run_tasks):
    with time_machine.travel(START + timedelta(days=8, hours=1), tick=False):
        assert reminders.find_due() == 1
        Interview.objects.update(status=InterviewStatus.IN_PROGRESS)
        run_tasks()
    assert (InvitationReminder.objects.count(), django_mail.outbox) == (0, [])


def test_two_workers_with_the_same_reminder_send_it_once(interview, run_tasks):
    with time_machine.travel(START + timedelta(days=8, hours=1), tick=False):
        sent = [
            reminders.send(interview_id=interview.pk, kind=Reminder.TWO_DAYS.value) for _worker in range(2)
        ]
        run_tasks()
    assert (sent, len(django_mail.outbox)) == ([True, False], 1)


def test_a_later_end_is_reminded_of_anew(interview, run_tasks):
    recruiter = MembershipFactory(company=interview.job.company, role=Role.RECRUITER)
    assert pass_time(run_tasks, 8.5) == [("unopened", 3), ("two_days", 8)]
    with time_machine.travel(START + timedelta(days=8, hours=13)):
        invitations.extend(actor=recruiter, interview=interview, days=10)
    assert pass_time(run_tasks, 22, start=8.75) == [("two_days", 18), ("one_day", 19)]


def test_an_invitation_that_was_just_sent_is_not_reminded_of(run_tasks):
    with time_machine.travel(START, tick=False):
        row = InterviewFactory(link_expires_at=START + timedelta(days=1, hours=12))
        InvitationFactory(interview=row)
    assert pass_time(run_tasks, 3) == [("one_day", 1)]


def test_an_outage_over_the_days_before_the_end_sends_the_reminder_that_is_still_true(interview, run_tasks):
    Interview.objects.update(opened_at=START)
    assert pass_time(run_tasks, 12, start=9.5) == [("one_day", 9)]


def test_looking_at_the_page_changes_nothing_and_one_click_turns_reminders_off_and_on(interview):
    with time_machine.travel(START + timedelta(days=1), tick=False):
        browser = Browser().opens(f"{link(interview)}reminders/")
        interview.refresh_from_db()
        assert ("Turn reminders off?" in browser.text, interview.reminders_off_at) == (True, None)
        browser.presses("No more reminders")
        interview.refresh_from_db()
        assert ("Reminders are off" in browser.text, interview.reminders_off_at) == (True, timezone.now())
        browser.presses("Remind me again")
        interview.refresh_from_db()
        assert interview.reminders_off_at is None


def test_a_reminder_and_its_page_speak_the_language_of_the_interview(run_tasks, client):
    with time_machine.travel(START, tick=False):
        row = InterviewFactory(job__interview_language="hi", link_expires_at=START + timedelta(days=10))
        InvitationFactory(interview=row)
        assert pass_time(run_tasks, 3) == [("unopened", 3)]
        (message,) = django_mail.outbox
        ((_name, entry, _kind),) = message.attachments
        page = client.get(f"{link(row)}reminders/", headers={"accept-language": "en"}).content.decode()
    assert "तक खुला है" in message.subject
    assert "शुरू करने का अंतिम समय" in str(Calendar.from_ical(entry).walk("VEVENT")[0]["SUMMARY"])
    assert ('<html lang="hi"' in page, "क्या याद दिलाने वाले ई-मेल बंद करें?" in page) == (True, True)


def test_a_mail_program_turns_reminders_off_by_itself(interview, client):
    client = type(client)(enforce_csrf_checks=True)
    client.post(f"{link(interview)}reminders/", {"List-Unsubscribe": "One-Click"})
    interview.refresh_from_db()
    assert interview.reminders_off_at is not None


def test_the_calendar_entry_says_until_when_and_moves_when_the_link_is_extended(interview, client):
    def entry() -> dict:
        answer = client.get(f"{link(interview)}calendar.ics")
        assert answer["Content-Type"] == "text/calendar; charset=utf-8"
        assert answer["Content-Disposition"] == 'attachment; filename="interview.ics"'
        (event,) = Calendar.from_ical(answer.content).walk("VEVENT")
        return event

    with time_machine.travel(START, tick=False):
        first = entry()
        invitations.extend(
            actor=MembershipFactory(company=interview.job.company), interview=interview, days=7
        )
        second = entry()
    assert first.end == START + timedelta(days=10)
    assert first.start == first.end - calendar_entries.LENGTH
    assert str(first["SUMMARY"]) == "Last chance to begin: interview for Packer, Parcel Works"
    assert str(first["URL"]).endswith(link(interview))
    assert second.end == START + timedelta(days=17)
    assert (second["UID"] == first["UID"], second["SEQUENCE"] > first["SEQUENCE"]) == (True, True)


def test_the_first_page_leads_to_the_calendar_entry_and_remembers_that_it_was_opened(interview):
    with time_machine.travel(START, tick=False):
        page = Browser().opens(link(interview))
        Browser().opens(link(interview))
        interview.refresh_from_db()
        assert f'href="{link(interview)}calendar.ics"' in page.page.content.decode()
        assert interview.opened_at == timezone.now()
