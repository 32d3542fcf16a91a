"""Notes and mentions, tags, flags, reviewers, scorecards, and what the activity says of them."""

from __future__ import annotations

import pytest
from django.core import mail as django_mail

from companies.enums import Role
from companies.tests.factories import AiInterviewedJobFactory, MembershipFactory
from interviewer.errors import Conflict, Invalid
from interviewer.journal.models import AuditEvent, OutgoingMail
from interviews.enums import InterviewStatus
from interviews.models import CompetencyScore, Interview, Note, ReviewAssignment, Scorecard
from interviews.services import assignments, notes, scorecards, sharing, tagging
from interviews.services.scorecards import Impression
from interviews.tests.factories import (
    CompetencyScoreFactory,
    EvaluationFactory,
    InterviewFactory,
    RubricFactory,
    ScorecardFactory,
)
from interviews.tests.recruiters import BACKEND, at_work

pytestmark = pytest.mark.django_db


@pytest.fixture
def job():
    return AiInterviewedJobFactory(title="Engineer")


@pytest.fixture
def interview(job):
    rubric = RubricFactory(job=job, competencies=["python", "sql"])
    row = InterviewFactory(job=job, status=InterviewStatus.COMPLETED, rubric=rubric, overall_score=71)
    evaluation = EvaluationFactory(interview=row, rubric=rubric, status="done")
    for competency, level in zip(rubric.competencies.all(), (2, 5), strict=True):
        CompetencyScoreFactory(evaluation=evaluation, competency=competency, level=level)
    return row


@pytest.fixture
def bob(job):
    return MembershipFactory(
        company=job.company, role=Role.REVIEWER, user__email="bob@lantern.example", user__name="Bob"
    )


def signed_in(client, member):
    client.force_login(member.user, backend=BACKEND)
    return client


def url(interview, what):
    return f"/workspace/candidates/{interview.uid}/{what}"


def test_a_note_tells_those_it_mentions_and_says_nothing_of_itself(client, interview, bob, run_tasks):
    alice = MembershipFactory(company=interview.company, user__email="alice@lantern.example")
    stranger = MembershipFactory(user__email="mallory@other.example")
    text = "@bob @alice @mallory@other.example: he is <b>slow</b>"
    answer = signed_in(client, alice).post(url(interview, "notes/"), {"text": text})
    assert answer.url.endswith("?tab=review")
    note = Note.objects.get()
    assert set(note.mentions.all()) == {alice, bob}
    run_tasks()
    (mail,) = django_mail.outbox
    assert (mail.to, "slow" in mail.body) == ([bob.user.email], False)
    assert url(interview, "?tab=review#notes") in mail.body
    assert stranger.user.email not in mail.to
    page = client.get(url(interview, "?tab=review")).content.decode()
    assert "he is &lt;b&gt;slow&lt;/b&gt;" in page


def test_an_empty_note_is_refused_and_a_reviewer_may_write_one(client, interview, bob):
    signed_in(client, bob)
    assert client.post(url(interview, "notes/"), {"text": " "}).status_code == 422
    assert client.post(url(interview, "notes/"), {"text": "Good"}).status_code == 302
    with pytest.raises(Invalid):
        notes.write(actor=bob, interview=interview, text="x" * 5_001)


def test_tags_are_the_companys_and_go_with_the_last_who_carries_them(interview):
    other = InterviewFactory(job=interview.job)
    tag = tagging.add(actor=None, interview=interview, name="  Remote   first ")
    assert tagging.add(actor=None, interview=other, name="REMOTE FIRST") == tag
    assert (tag.name, tag.tone in range(1, 5)) == ("Remote first", True)
    tagging.remove(actor=None, interview=interview, tag=tag)
    assert list(other.tags.all()) == [tag]
    tagging.remove(actor=None, interview=other, tag=tag)
    assert not type(tag).objects.exists()
    for name in ("", "x" * 41):
        with pytest.raises(Invalid):
            tagging.add(actor=None, interview=other, name=name)


def test_a_flag_has_a_reason(interview):
    client = at_work(interview.company, Role.REVIEWER)
    assert client.post(url(interview, "flag/"), {"flag_reason": ""}).status_code == 422
    client.post(url(interview, "flag/"), {"flag_reason": "Two accounts"})
    interview.refresh_from_db()
    assert (interview.flagged, interview.flag_reason) == (True, "Two accounts")
    client.post(url(interview, "flag/"), {"do": "unflag"})
    interview.refresh_from_db()
    assert (interview.flagged, interview.flag_reason) == (False, "")


@pytest.mark.parametrize("whole_job", [True, False])
def test_who_is_asked_for_a_review_is_told_once(interview, bob, run_tasks, whole_job):
    subject = interview.job if whole_job else interview
    boss = MembershipFactory(company=interview.company).user
    for _time in range(2):
        row = assignments.assign(actor=boss, reviewer=bob, subject=subject)
    run_tasks()
    (mail,) = django_mail.outbox
    assert mail.to == [bob.user.email]
    assert ("assigned=mine" in mail.body) is whole_job
    assignments.unassign(actor=boss, assignment=row)
    actions = AuditEvent.objects.filter(action__startswith="review.").values_list("action", flat=True)
    assert sorted(actions) == ["review.assigned", "review.unassigned"]


def test_only_members_of_the_company_review(interview):
    stranger = MembershipFactory()
    client = at_work(interview.company)
    answer = client.post(url(interview, "reviewers/"), {"reviewer": str(stranger.uid)})
    assert (answer.status_code, ReviewAssignment.objects.count()) == (422, 0)
    with pytest.raises(Invalid):
        assignments.assign(actor=None, reviewer=stranger, subject=interview)


def test_a_scorecard_is_handed_in_once_and_stands_beside_the_ais(client, interview, bob):
    signed_in(client, bob)
    sent = {"level_python": "5", "level_sql": "", "recommendation": "yes", "comment": "Knows Python"}
    assert client.post(url(interview, "scorecard/"), sent).status_code == 302
    again = client.post(url(interview, "scorecard/"), sent)
    assert (again.status_code, Scorecard.objects.count()) == (422, 1)
    CompetencyScore.objects.filter(competency__key="python").update(override_level=3)
    sheet = client.get(url(interview, "?tab=review")).context["sheet"]
    assert [(line.name, line.engine, line.counted, line.levels) for line in sheet.lines] == [
        ("Python", 2, 3, (5,)),
        ("Sql", 5, 5, (None,)),
    ]
    assert [line.lies_apart for line in sheet.lines] == [True, False]
    interview.refresh_from_db()
    assert interview.overall_score == 71, "a scorecard moves no score"


@pytest.mark.parametrize(
    "wrong",
    [
        {"recommendation": ""},
        {"recommendation": "evil"},
        {"level_python": "6"},
        {"level_python": ""},
    ],
)
def test_a_scorecard_with_a_mistake_is_kept_and_not_handed_in(client, interview, bob, wrong):
    sent = {"level_python": "4", "recommendation": "yes", "comment": "Kept words"}
    answer = signed_in(client, bob).post(url(interview, "scorecard/"), sent | wrong)
    assert (answer.status_code, Scorecard.objects.count()) == (422, 0)
    assert "Kept words" in answer.content.decode()


def test_nobody_scores_before_the_interview_is_complete(interview, bob):
    interview.status = InterviewStatus.IN_PROGRESS
    with pytest.raises(Conflict):
        scorecards.hand_in(actor=bob, interview=interview, impression=Impression({"python": 3}, "yes"))


def test_the_activity_tells_what_happened_newest_first(client, interview, bob):
    boss = MembershipFactory(company=interview.company, role=Role.RECRUITER)
    signed_in(client, boss)
    client.post(
        url(interview, "decision/"), {"decision": "hired", "decision_reason": "Knows trains", "seen": 0}
    )
    client.post(url(interview, "notes/"), {"text": "Call @bob"})
    sharing.share(actor=boss.user, interview=interview, days=7)
    b"".join(client.get("/workspace/candidates.csv").streaming_content)
    events = client.get(url(interview, "?tab=activity")).context["events"]
    assert [(one.what, one.details) for one in events] == [
        ("looked at the interview", ()),
        ("took a list with this candidate as a file", ("csv",)),
        ("shared the report by link", ()),
        ("wrote a note", ("mentions Bob",)),
        ("decided", ("undecided → hired", "Knows trains")),
    ]


def test_the_activity_is_paged(client, interview, bob):
    signed_in(client, bob)
    for _look in range(26):
        client.get(url(interview, ""))
    first, second = (client.get(url(interview, f"?tab=activity&page={n}")).context["events"] for n in (1, 2))
    assert (len(first), len(second)) == (25, 3)


def test_reviewers_of_a_job_and_blind_review_are_set_on_its_page(interview, bob):
    client = at_work(interview.company)
    page = f"/workspace/jobs/{interview.job.uid}/reviewers/"
    client.post(f"{page}add/", {"reviewer": str(bob.uid)})
    client.post(f"{page}blind/", {"blind_review": "on"})
    client.post(f"{page}blind/", {"blind_review": "evil"})
    interview.job.refresh_from_db()
    assert interview.job.blind_review == "on"
    (row,) = client.get(page).context["assignments"]
    client.post(f"{page}{row.uid}/off/")
    assert not ReviewAssignment.objects.exists()
    assert OutgoingMail.objects.count() == 1


@pytest.mark.parametrize("count", [1, 3])
def test_the_review_needs_the_same_queries_for_any_number(interview, count, django_assert_num_queries):
    for _number in range(count):
        ScorecardFactory(interview=interview)
        member = MembershipFactory(company=interview.company)
        ReviewAssignment.objects.create(membership=member, interview=interview)
        notes.write(actor=member, interview=Interview.objects.select_related("job").get(), text="Good")
    client = at_work(interview.company)
    with django_assert_num_queries(27):
        client.get(url(interview, "?tab=review"))
