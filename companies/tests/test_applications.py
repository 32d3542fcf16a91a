"""Applications: how they move, what is written to applicants, notes with names, and members at the same time."""

from __future__ import annotations

import pytest

from companies import letters as texts
from companies import mentions
from companies.enums import ApplicationStatus, Role
from companies.letters import Letter
from companies.lifecycles import APPLICATION
from companies.models import JobApplication, SentLetter
from companies.queries.applications import history, status_history
from companies.services import applications, letters
from companies.services.applications import Chosen
from companies.tests.factories import CompanyFactory, JobApplicationFactory, MembershipFactory
from interviewer.errors import Conflict, Invalid, NotAllowed
from interviewer.journal.models import OutgoingMail

pytestmark = pytest.mark.django_db
LETTER = Letter("About {job}", "Hello {first_name},\nyours, {sender} at {company}")


@pytest.fixture
def alice():
    return MembershipFactory(user__name="Alice Menon", user__email="alice@lumen.example")


@pytest.fixture
def application(alice):
    return JobApplicationFactory(
        job__company=alice.company,
        job__title="Clerk",
        job_seeker__first_name="Asha",
        job_seeker__last_name="Rao",
        job_seeker__user__email="asha@mail.example",
    )


def move(alice, row, to, letter=None, seen=None):
    return applications.move(actor=alice, application=row, to=to, seen=seen or row.status, letter=letter)


@pytest.mark.parametrize("before", ApplicationStatus.values)
@pytest.mark.parametrize("to", ApplicationStatus.values)
def test_only_declared_moves_are_the_company_s(alice, application, before, to):
    JobApplication.objects.filter(pk=application.pk).update(status=before)
    application.refresh_from_db()
    allowed = {
        ("applied", "shortlisted"),
        ("applied", "rejected"),
        ("shortlisted", "accepted"),
        ("shortlisted", "rejected"),
        ("accepted", "shortlisted"),
        ("rejected", "shortlisted"),
    }
    if (before, to) in allowed:
        move(alice, application, to)
    else:
        with pytest.raises(Conflict):
            move(alice, application, to)
    application.refresh_from_db()
    assert application.status == (to if (before, to) in allowed else before)


def test_a_letter_goes_out_with_the_move_and_its_delivery_can_be_followed(alice, application, run_tasks):
    move(alice, application, "shortlisted", LETTER)
    row = SentLetter.objects.get()
    assert (row.subject, row.text) == ("About Clerk", f"Hello Asha,\nyours, Alice Menon at {alice.company}")
    assert (row.status, row.mail.to, row.mail.status) == ("shortlisted", "asha@mail.example", "queued")
    assert "Hello Asha," in row.mail.text
    run_tasks()
    row.mail.refresh_from_db()
    assert row.mail.status == "sent"


def test_without_a_letter_nobody_is_written_to(alice, application):
    move(alice, application, "rejected")
    assert (SentLetter.objects.count(), OutgoingMail.objects.count()) == (0, 0)


def test_the_second_member_to_move_an_application_is_told(alice, application):
    hers, his = (JobApplication.objects.get(pk=application.pk) for _member in range(2))
    move(alice, hers, "shortlisted")
    with pytest.raises(Conflict, match="it is shortlisted now"):  # from the same page, a moment later
        move(alice, his, "rejected", LETTER)
    with pytest.raises(Conflict, match="it is shortlisted now"):  # from a page that was opened before
        move(alice, JobApplication.objects.get(pk=application.pk), "rejected", LETTER, seen="applied")
    application.refresh_from_db()
    assert (application.status, OutgoingMail.objects.count()) == ("shortlisted", 0)


def test_reviewers_move_nothing(alice, application):
    with pytest.raises(NotAllowed):
        move(MembershipFactory(company=alice.company, role=Role.REVIEWER), application, "shortlisted")


def test_many_are_moved_and_each_is_answered(alice, application):
    done = JobApplicationFactory(job=application.job, status="accepted")
    outcomes = applications.move_many(
        actor=alice,
        chosen=[Chosen(application, "applied"), Chosen(done, "accepted")],
        to="rejected",
        letter=LETTER,
    )
    assert [one.why_not for one in outcomes] == [
        "",
        "An application that is accepted cannot become rejected.",
    ]
    assert list(SentLetter.objects.values_list("application", flat=True)) == [application.pk]


@pytest.mark.parametrize("count", [0, applications.MAX_AT_ONCE + 1])
def test_none_and_too_many_at_once_are_refused(alice, application, count):
    with pytest.raises(Invalid):
        applications.move_many(actor=alice, chosen=[Chosen(application, "applied")] * count, to="rejected")


def test_a_placeholder_that_there_is_not_stops_everything_before_it_begins(alice, application):
    with pytest.raises(Invalid) as refusal:
        applications.move_many(
            actor=alice,
            chosen=[Chosen(application, "applied")],
            to="rejected",
            letter=Letter("For {jbo}", "{name}"),
        )
    assert list(refusal.value.fields) == ["subject"]
    assert "{jbo}" in refusal.value.message
    application.refresh_from_db()
    assert application.status == "applied"


def test_what_an_applicant_is_called_is_never_a_placeholder():
    assert texts.fill("{name}: {job}", {"name": "{company}", "job": "Clerk"}) == "{company}: Clerk"


@pytest.mark.parametrize(
    ("text", "is_right"),
    [("{ name }", True), ("no braces", True), ("{} {", False), ("{{name}}", True), ("{NAME}", False)],
)
def test_placeholders_are_checked(text, is_right):
    assert (texts.mistake(text) == "") is is_right


@pytest.mark.parametrize("status", texts.STATUSES)
def test_our_own_wording_is_right(status):
    letter = texts.default(status)
    letters.require_right(letter)
    assert "{job}" in letter.subject


def test_a_company_s_wording_is_its_own(alice):
    letters.save(actor=alice.user, company=alice.company, status="rejected", letter=LETTER)
    letters.save(
        actor=alice.user, company=alice.company, status="rejected", letter=Letter("No", "Sorry", False)
    )
    assert letters.template(alice.company, "rejected") == Letter("No", "Sorry", False)
    assert letters.template(CompanyFactory(), "rejected") == texts.default("rejected")
    assert letters.templates(alice.company)["rejected"] == Letter("No", "Sorry", False)


def test_who_is_named_in_a_note_gets_an_e_mail_but_for_its_author(alice, application):
    MembershipFactory(company=alice.company, user__email="bob@lumen.example")
    MembershipFactory(company=alice.company, user__email="eve@lumen.example")
    MembershipFactory(user__email="mallory@else.example")
    text = "@Bob, @alice and @mallory: see bob@lumen.example. @bob again"
    applications.add_note(actor=alice, application=application, text=text)
    assert list(OutgoingMail.objects.values_list("to", "kind")) == [("bob@lumen.example", "note_mention")]


def test_two_members_called_alike_are_named_by_their_whole_address(alice):
    members = [alice, *(MembershipFactory(user__email=f"bob@{host}.example") for host in ("one", "two"))]
    assert list(mentions.handles(members)) == ["alice", "bob@one.example", "bob@two.example"]
    assert mentions.mentioned("@bob", members) == []
    assert mentions.mentioned("Ask @bob@two.example.", members) == [members[2]]


def test_the_history_tells_the_company_everything_and_the_applicant_where_it_stands(alice, application):
    move(alice, application, "shortlisted")
    applications.add_note(actor=alice, application=application, text="Call her.")
    for _time in range(2):
        applications.set_flagged(actor=alice.user, application=application, flagged=True)
    assert [(moment.label, moment.who) for moment in history(application)] == [
        ("Flagged", "Alice Menon"),
        ("Note written", "Alice Menon"),
        ("Put on the shortlist", "Alice Menon"),
    ]
    assert [(moment.label, moment.who) for moment in status_history(application)] == [
        ("Put on the shortlist", "")
    ]


def test_only_the_applicant_s_moves_lead_to_applied_and_withdrawn():
    assert {to for targets in APPLICATION.edges.values() for to in targets} - set(applications.TARGETS) == {
        "applied",
        "withdrawn",
    }
