"""Blind review: the AI's scores are on no page and in no file until the reviewer's own scorecard is handed in."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from companies.enums import BlindReview, Role
from companies.tests.factories import AiInterviewedJobFactory, MembershipFactory
from interviews.enums import EvaluationStatus, InterviewStatus, Stage
from interviews.models import Interview
from interviews.queries import sight
from interviews.services import notes, review
from interviews.tests.factories import (
    CompetencyScoreFactory,
    EvaluationFactory,
    InterviewFactory,
    ReviewAssignmentFactory,
    RubricFactory,
    ScorecardFactory,
)
from interviews.tests.recruiters import BACKEND, at_work
from interviews.tests.walk_world import _file

pytestmark = pytest.mark.django_db
#: Numbers and words of the AI that stand nowhere else on a page.
OF_THE_AI = (
    "98.76",
    "99",
    "97",
    "96",
    "Zsummary",
    "Zstrength",
    "Zconcern",
    "Zrationale",
    "Zexplained",
    "Zask",
)


@pytest.fixture
def interview():
    job = AiInterviewedJobFactory(title="Engineer", blind_review=BlindReview.ON)
    rubric = RubricFactory(job=job)
    row = InterviewFactory(job=job, at=Stage.SCORING, first_name="Asha", email="asha@example.com")
    evaluation = EvaluationFactory(interview=row, rubric=rubric, status=EvaluationStatus.DONE)
    CompetencyScoreFactory(evaluation=evaluation, level=4, rationale="Zrationale")
    Interview.objects.filter(pk=row.pk).update(
        status=InterviewStatus.COMPLETED,
        rubric=rubric,
        overall_score="98.76",
        match_score="97",
        conversation_score="96",
        recruiter_feedback="Zsummary",
        candidate_feedback="Zsummary",
        suggestions=["Zask"],
        match_feedback={"explanation": "Zexplained", "parts": []},
        report={"strengths": ["Zstrength"], "concerns": ["Zconcern"]},
    )
    row.refresh_from_db()
    row.report_pdf.save("report.pdf", _file("report.pdf"))
    return row


@pytest.fixture
def reviewer(interview):
    return MembershipFactory(company=interview.company, role=Role.REVIEWER)


@pytest.fixture
def browser(client, reviewer):
    client.force_login(reviewer.user, backend=BACKEND)
    return client


def words_of(answer):
    """What a person can read of a page or a file."""

    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    text = re.sub(
        r"(?s)<(script|style|svg).*?</\1>|[0-9a-f]{8}(-?[0-9a-f]{4}){3}-?[0-9a-f]{12}", " ", body.decode()
    )
    return re.findall(r"[\w.]+", re.sub(r"nonce=\S+|value=\"[^\"]{30,}\"", " ", text))


def pages(interview):
    one = f"/workspace/candidates/{interview.uid}/"
    job = interview.job.uid
    return [
        "/workspace/",
        "/workspace/candidates/",
        "/workspace/candidates/?sort=overall",
        "/workspace/candidates/board/",
        "/workspace/candidates.csv",
        f"/workspace/jobs/{job}/",
        f"/workspace/jobs/{job}/compare/?c={interview.uid}",
        *(
            f"{one}?tab={tab}"
            for tab in ("overview", "conversation", "profile", "review", "activity", "timeline")
        ),
    ]


def test_no_page_and_no_file_shows_the_ais_scores(browser, interview):
    for page in pages(interview):
        answer = browser.get(page)
        assert (answer.status_code, page, set(OF_THE_AI) & set(words_of(answer))) == (200, page, set())


def test_the_words_are_found_where_they_are_shown(interview):
    client = at_work(interview.company)
    seen = {word for page in pages(interview) for word in words_of(client.get(page))}
    assert set(OF_THE_AI) - seen == {"98.76"}, "a score is shown as a whole number"


def test_files_and_links_that_hold_the_report_are_refused(browser, interview, reviewer):
    assert browser.get(reverse("workspace:report_pdf", args=[interview.uid])).status_code == 409
    reviewer.role = Role.RECRUITER
    reviewer.save()
    ReviewAssignmentFactory(membership=reviewer, job=interview.job)
    assert browser.get(reverse("workspace:report_pdf", args=[interview.uid])).status_code == 409
    assert (
        browser.post(reverse("workspace:share_report", args=[interview.uid]), {"days": 7}).status_code == 409
    )
    score = interview.evaluations.get().competency_scores.get().pk
    override = reverse("workspace:override", args=[interview.uid, score])
    assert browser.post(override, {"level": 2, "reason": "x"}).status_code == 409


def test_order_and_filters_give_nothing_away(browser, interview):
    InterviewFactory(job=interview.job, first_name="Bela", overall_score=10, match_score=10)
    for query in ("min_score=50", "max_score=50", "band=80", "band=none", "min_match=50"):
        assert list(browser.get(f"/workspace/candidates/?{query}").context["rows"]) == []
    rows = browser.get("/workspace/candidates/?sort=overall").context["rows"]
    assert [row.interview.first_name for row in rows] == ["Bela", "Asha"]
    choices = browser.get(f"/workspace/jobs/{interview.job.uid}/compare/").context["choices"]
    assert [row.overall_score for row in choices] == [None]


def test_afterwards_everything_is_there(browser, interview, reviewer):
    sent = {"level_python": "2", "recommendation": "no"}
    browser.post(reverse("workspace:scorecard", args=[interview.uid]), sent)
    assert interview.scorecards.get().was_blind is True
    page = browser.get(f"/workspace/candidates/{interview.uid}/")
    assert "Zsummary" in page.content.decode()
    assert browser.get(reverse("workspace:report_pdf", args=[interview.uid])).status_code == 200
    sheet = browser.get(f"/workspace/candidates/{interview.uid}/?tab=review").context["sheet"]
    assert [(line.engine, line.levels) for line in sheet.lines] == [(4, (2,))]


def test_others_words_wait_as_well(browser, interview):
    boss = MembershipFactory(company=interview.company)
    notes.write(actor=boss, interview=interview, text="Znote")
    review.decide(actor=boss.user, interview=interview, decision="hired", reason="Zreason")
    ScorecardFactory(interview=interview, comment="Zcomment")
    for tab in ("review", "activity"):
        text = browser.get(f"/workspace/candidates/{interview.uid}/?tab={tab}").content.decode()
        assert [word for word in ("Znote", "Zreason", "Zcomment") if word in text] == []


@pytest.mark.parametrize(
    ("company", "job", "role", "assigned", "handed_in", "is_blind"),
    [
        (False, "company", "reviewer", True, False, False),
        (True, "company", "reviewer", False, False, True),
        (True, "off", "reviewer", True, False, False),
        (False, "on", "reviewer", False, False, True),
        (False, "on", "reviewer", True, True, False),
        (False, "on", "owner", False, False, False),
        (False, "on", "owner", True, False, True),
        (True, "company", "recruiter", True, False, True),
        (True, "company", "recruiter", True, True, False),
    ],
)
def test_who_is_blind(company, job, role, assigned, handed_in, is_blind):
    member = MembershipFactory(role=role, company__blind_review=company)
    row = InterviewFactory(job=AiInterviewedJobFactory(company=member.company, blind_review=job))
    if assigned:
        ReviewAssignmentFactory(membership=member, interview=row)
    if handed_in:
        ScorecardFactory(interview=row, author=member.user)
    seen = sight.seen_by(member, Interview.objects.for_company(member.company)).get()
    assert seen.is_blind is is_blind
