"""A report by link, candidates side by side, and feedback to keep."""

from __future__ import annotations

import hashlib
import re
from io import BytesIO

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from companies.enums import Role
from companies.tests.factories import AiInterviewedJobFactory, MembershipFactory
from interviewer.errors import Conflict, Gone, Invalid, NotFound
from interviewer.journal.models import AuditEvent
from interviews.access import seat_key
from interviews.enums import EvaluationStatus, InterviewStatus
from interviews.feedback import in_words
from interviews.models import SharedReport
from interviews.queries import comparison
from interviews.queries.feedback import feedback_of
from interviews.services import reports, sharing
from interviews.tests.factories import (
    CompetencyScoreFactory,
    EvaluationFactory,
    InterviewFactory,
    RubricFactory,
)

pytestmark = pytest.mark.django_db
FEEDBACK = {
    "opening": "Thank you.",
    "competencies": [
        {"key": "python", "name": "Python", "strength": "You gave an example.", "next_step": "Name a figure."}
    ],
    "closing": "A person decides.",
}


def member_of(job):
    return MembershipFactory(company=job.company)


def scored(job=None, *, level: int | None = 4, **extra):
    job = job or AiInterviewedJobFactory()
    rubric = job.rubrics.first() or RubricFactory(job=job)
    interview = InterviewFactory(
        job=job,
        status=InterviewStatus.COMPLETED,
        overall_score=75,
        conversation_score=75,
        report={"feedback": FEEDBACK, "strengths": [], "concerns": []},
        candidate_feedback="Thank you.",
        recruiter_feedback="Knows Python well.",
        email_verified_at=timezone.now(),
        **extra,
    )
    evaluation = EvaluationFactory(interview=interview, rubric=rubric, status=EvaluationStatus.DONE)
    CompetencyScoreFactory(evaluation=evaluation, level=level)
    return interview


def recruiter(interview, role: Role = Role.RECRUITER) -> Client:
    client = Client()
    client.force_login(MembershipFactory(company=interview.job.company, role=role).user)
    return client


def candidate(interview) -> Client:
    client = Client()
    session = client.session
    session[seat_key(interview)] = interview.email
    session.save()
    return client


def test_a_link_opens_the_report_without_an_account():
    interview = scored()
    row, token = sharing.share(actor=None, interview=interview, days=7, note="For Bob")

    answer = Client().get(reverse("interviews:shared_report", args=[token]))

    assert answer.status_code == 200
    assert "Knows Python well." in answer.content.decode()
    assert "<form" not in answer.content.decode().split("<main")[1].split("</main")[0]
    assert interview.email not in answer.content.decode()
    assert (answer["Referrer-Policy"], answer["X-Robots-Tag"]) == ("no-referrer", "noindex, nofollow")
    row.refresh_from_db()
    assert row.times_opened == 1
    assert list(AuditEvent.objects.filter(action__startswith="report.").values_list("action", flat=True)) == [
        "report.shared_link_opened",
        "report.shared",
    ]


def test_only_the_hash_of_a_link_is_kept():
    _row, token = sharing.share(actor=None, interview=scored(), days=7)

    kept = SharedReport.objects.get()
    assert kept.token_hash == hashlib.sha256(token.encode()).hexdigest()
    assert token not in str(list(AuditEvent.objects.values()))


def test_a_link_ends_with_its_time_and_with_its_revocation():
    interview = scored()
    row, token = sharing.share(actor=None, interview=interview, days=1)
    with time_machine.travel(timezone.now().timestamp() + 86_401), pytest.raises(Gone):
        sharing.open_report(token)
    sharing.revoke(actor=None, interview=interview, uid=row.uid)
    with pytest.raises(Gone):
        sharing.open_report(token)
    assert Client().get(reverse("interviews:shared_report", args=[token])).status_code == 410
    assert Client().get(reverse("interviews:shared_report", args=["invented"])).status_code == 404


def test_a_deleted_interview_is_not_shared_any_more():
    interview = scored()
    _row, token = sharing.share(actor=None, interview=interview, days=7)
    interview.deleted_at = timezone.now()
    interview.save()

    with pytest.raises(Gone):
        sharing.open_report(token)


@pytest.mark.parametrize("days", [0, 91])
def test_a_link_has_an_end(days):
    with pytest.raises(Invalid):
        sharing.share(actor=None, interview=scored(), days=days)


def test_there_is_nothing_to_share_before_the_report():
    with pytest.raises(Conflict):
        sharing.share(actor=None, interview=InterviewFactory(), days=7)


def test_a_recruiter_sees_a_new_link_once_and_can_revoke_it():
    interview = scored()
    client = recruiter(interview)

    client.post(reverse("workspace:share_report", args=[interview.uid]), {"days": 7, "note": "For Bob"})
    page = client.get(reverse("workspace:interview", args=[interview.uid])).content.decode()
    again = client.get(reverse("workspace:interview", args=[interview.uid])).content.decode()

    assert ("/r/" in page, "/r/" in again, "For Bob" in again) == (True, False, True)
    link = SharedReport.objects.get()
    client.post(reverse("workspace:revoke_share", args=[interview.uid, link.uid]))
    link.refresh_from_db()
    assert link.revoked_at is not None


def test_reviewers_and_other_companies_share_nothing():
    interview, other = scored(), scored()
    row, _token = sharing.share(actor=None, interview=interview, days=7)

    url = reverse("workspace:share_report", args=[interview.uid])
    assert recruiter(interview, Role.REVIEWER).post(url, {"days": 7}).status_code == 403
    assert recruiter(other).post(url, {"days": 7}).status_code == 404
    with pytest.raises(NotFound):
        sharing.revoke(actor=None, interview=other, uid=row.uid)
    assert SharedReport.objects.count() == 1


def test_candidates_of_a_job_stand_side_by_side():
    job = AiInterviewedJobFactory()
    first, second = scored(job, level=4, first_name="Asha"), scored(job, level=None, first_name="Bela")

    found = comparison.compare(member_of(job), job, [second.uid, first.uid])

    assert [row.first_name for row in found.candidates] == ["Bela", "Asha"]
    assert [(line.label, [cell.value for cell in line.cells]) for line in found.competencies] == [
        ("Python", [None, 75.0])
    ]
    assert not found.has_several_rubrics


def test_another_version_of_the_rubric_is_named():
    job = AiInterviewedJobFactory()
    first = scored(job)
    RubricFactory(job=job, version=2)
    second = scored(job)

    found = comparison.compare(member_of(job), job, [first.uid, second.uid])

    assert (found.versions, found.has_several_rubrics) == ((1, 2), True)


def test_at_most_four_are_compared_and_only_those_of_the_job():
    job = AiInterviewedJobFactory()
    rows = [scored(job) for _ in range(5)]

    found = comparison.compare(member_of(job), job, [scored().uid, *(row.uid for row in rows)])

    assert [row.uid for row in found.candidates] == [row.uid for row in rows[:3]]
    assert len(comparison.compare(member_of(job), job, [row.uid for row in rows]).candidates) == 4


@pytest.mark.parametrize("count", [1, 3])
def test_a_comparison_needs_the_same_queries_for_any_number(django_assert_num_queries, count):
    job = AiInterviewedJobFactory()
    rows = [scored(job) for _ in range(count)]

    member = member_of(job)
    with django_assert_num_queries(4):
        comparison.compare(member, job, [row.uid for row in rows])


def test_the_page_of_a_comparison_shows_and_offers_candidates():
    interview = scored(first_name="Asha")
    url = reverse("workspace:compare", args=[interview.job.uid])

    page = recruiter(interview).get(url, {"c": [str(interview.uid), "nonsense"]}).content.decode()

    assert "level 4 of 5" in page
    assert page.count("Asha") >= 2
    assert recruiter(scored()).get(url).status_code == 404


@pytest.mark.parametrize("level", [None, 1, 2, 3, 4, 5])
def test_a_level_is_said_in_plain_words(level):
    text = in_words(level)

    assert text
    assert not any(char.isdigit() for char in text)
    assert not any(word in text.lower() for word in ("bad", "poor", "weak", "fail", "reject", "hire"))


def test_the_candidate_reads_and_keeps_the_feedback():
    interview = scored(AiInterviewedJobFactory(company__name="Lantern Freight", title="Engineer"))
    reports.render(interview_id=interview.pk)
    client = candidate(interview)

    page = client.get(reverse("interviews:done", args=[interview.link_token])).content.decode()
    text = client.get(reverse("interviews:feedback_text", args=[interview.link_token]))
    pdf = client.get(reverse("interviews:feedback_pdf", args=[interview.link_token]))

    assert in_words(4) in page
    assert "attachment" in text["Content-Disposition"]
    assert "Name a figure." in text.content.decode()
    printed = "".join(row.extract_text() for row in PdfReader(BytesIO(b"".join(pdf.streaming_content))).pages)
    assert "Name a figure." in printed
    words = re.sub(r"<[^>]*>", " ", page.split("<main")[1].split("</main")[0])
    assert re.findall(r"\b75\b", words) == [], "a score is shown"


def test_feedback_that_a_job_does_not_share_is_nowhere():
    interview = scored(AiInterviewedJobFactory(share_feedback=False))
    client = candidate(interview)

    assert feedback_of(interview) is None
    assert client.get(reverse("interviews:feedback_text", args=[interview.link_token])).status_code == 404
    assert client.get(reverse("interviews:feedback_pdf", args=[interview.link_token])).status_code == 404


def test_feedback_written_before_it_had_parts_is_shown_as_it_is():
    interview = scored()
    interview.report = {}
    interview.candidate_feedback = "You did well."

    assert feedback_of(interview).as_text() == "You did well.\n"
