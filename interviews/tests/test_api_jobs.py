"""Recruiters' programs write jobs, open them, invite and read what came of it."""

from __future__ import annotations

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from assessments.packages.tests.packages import PNG as PICTURE
from assessments.tests.factories import DSAPoolQuestionFactory, DSAQuestionFactory, QuizQuestionFactory
from companies.enums import BlindReview, JobStatus, Role
from companies.models import AiInterviewedJob
from companies.tests.api_client import at_work, program_of
from companies.tests.factories import AiInterviewedJobFactory, CompanyFactory, MembershipFactory
from interviewer.journal.models import AuditEvent, OutgoingMail
from interviews.enums import InterviewStatus, Stage
from interviews.models import Interview
from interviews.tests.factories import (
    AnsweredTurnFactory,
    CompetencyScoreFactory,
    EvaluationFactory,
    EvidenceQuoteFactory,
    InterviewFactory,
    RubricFactory,
    ScorecardFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def company():
    return CompanyFactory()


@pytest.fixture
def bob(company):
    return at_work(company)


@pytest.fixture
def job(company):
    return AiInterviewedJobFactory(company=company, status=JobStatus.DRAFT)


def test_a_job_is_written_completed_and_opened(company, bob):
    made = bob.post(
        "/ai-jobs/", {"title": "Engineer", "has_quiz": True, "skills": ["Python", "python ", "SQL"]}
    )
    url = made["Location"]
    assert (made.status_code, made.json()["status"], made.json()["skills"]) == (
        201,
        "draft",
        ["python", "SQL"],
    )
    lacks = bob.get(f"{url}readiness/").json()
    assert (lacks["is_complete"], {one["section"] for one in lacks["findings"] if one["blocks"]}) == (
        False, {"details", "quiz", "rubric"},
    )  # fmt: skip
    refused = bob.post(f"{url}publish/")
    assert (refused.status_code, refused.json()["code"]) == (409, "conflict")
    changed = bob.patch(url, {"description": "Build things.", "question_count": 3})
    assert (changed.json()["description"], changed.json()["question_count"], changed.json()["has_quiz"]) == (
        "Build things.", 3, True,
    )  # fmt: skip
    question = {"description": "2 + 2?", "options": [{"label": "4", "is_correct": True}, {"label": "5"}]}
    assert bob.post(f"{url}quiz-questions/", question).status_code == 201
    library = bob.post(f"{url}rubric/start/", {"library": "engineer"})
    if library.status_code == 422:  # named after what the library holds
        from interviews.rubric_library import LIBRARY

        library = bob.post(f"{url}rubric/start/", {"library": next(iter(LIBRARY))})
    assert len(library.json()["competencies"]) > 1
    assert bob.post(f"{url}publish/").json()["status"] == "active"
    emptied = bob.delete(
        f"{url}quiz-questions/{bob.get(f'{url}quiz-questions/').json()['results'][0]['uid']}/"
    )
    assert (emptied.status_code, emptied.json()["code"]) == (409, "conflict")
    assert bob.post(f"{url}close/").json()["status"] == "closed"
    assert bob.post(f"{url}close/").status_code == 409


def test_two_programs_that_change_a_job_at_once_lose_nothing(bob, job):
    url = f"/ai-jobs/{job.uid}/"
    seen = bob.get(url)["ETag"]
    first = bob.patch(url, {"title": "First"}, if_match=seen)
    assert (first.status_code, first["ETag"]) == (200, bob.get(url)["ETag"])
    assert bob.patch(url, {"title": "Second"}, if_match=seen).status_code == 412
    assert AiInterviewedJob.objects.get().title == "First"


@pytest.mark.parametrize(
    ("wrong", "pointer"),
    [
        ({"title": ""}, "/title"),
        ({"min_salary": 5, "max_salary": 4}, "/max_salary"),
        ({"quiz_minutes": 0}, "/quiz_minutes"),
        ({"currency": "rupees"}, "/currency"),
        ({"work_mode": "moon"}, "/work_mode"),
        ({"coding_languages": ["klingon"]}, "/coding_languages"),
        ({"status": "active"}, "/status"),
        ({"min_salary": 10**12}, "/min_salary"),
        ({"skills": [["python"]]}, "/skills/0"),
        ({"interview_language": "xx"}, "/interview_language"),
    ],
)
def test_a_job_that_makes_no_sense_is_refused_with_the_field(bob, job, wrong, pointer):
    answer = bob.patch(f"/ai-jobs/{job.uid}/", wrong)
    assert (answer.status_code, [one["pointer"] for one in answer.json()["errors"]]) == (422, [pointer])


def test_lists_cost_the_same_with_one_row_and_with_three(company, bob, job):
    def make() -> None:
        row = AiInterviewedJobFactory(company=company)
        interview = InterviewFactory(job=row, at=Stage.CONVERSATION)
        AnsweredTurnFactory(interview=INTERVIEW)
        QuizQuestionFactory(job=job)
        DSAQuestionFactory(job=job)
        assert interview.pk

    INTERVIEW = InterviewFactory(job=job, at=Stage.CONVERSATION)
    urls = [
        "/ai-jobs/", "/interviews/", f"/ai-jobs/{job.uid}/quiz-questions/", f"/ai-jobs/{job.uid}/coding-problems/",
        f"/interviews/{INTERVIEW.uid}/turns/", f"/ai-jobs/{job.uid}/own-questions/",
    ]  # fmt: skip
    costs: dict[str, list[int]] = {url: [] for url in urls}
    for more in (1, 2):
        for _row in range(more):
            make()
        for url in urls:
            bob.get(url)
            with CaptureQueriesContext(connection) as queries:
                assert bob.get(url).status_code == 200
            costs[url].append(len(queries))
    assert {url: one[0] == one[1] for url, one in costs.items()} == dict.fromkeys(urls, True)


def test_quiz_questions_and_own_questions_are_written_moved_and_taken_out(bob, job):
    for path, body in (
        (
            "quiz-questions/",
            {"description": "?", "options": [{"label": "a", "is_correct": True}, {"label": "b"}]},
        ),
        ("own-questions/", {"question": "Why us?"}),
    ):
        base = f"/ai-jobs/{job.uid}/{path}"
        urls = [bob.post(base, body)["Location"] for _time in range(2)]
        assert bob.post(f"{urls[1]}move/", {"direction": "up"}).status_code == 204
        listed = [row["uid"] for row in bob.get(base).json()["results"]]
        assert listed == [url.split("/")[-2] for url in reversed(urls)]
        assert bob.put(urls[0], body).status_code == 200
        assert bob.delete(urls[1]).status_code == 204
        assert bob.get(urls[1]).status_code == 404
    wrong = bob.post(f"/ai-jobs/{job.uid}/own-questions/", {"question": "?", "competency_key": "none"})
    assert wrong.json()["errors"][0]["pointer"] == "/competency_key"


def test_coding_problems_are_written_copied_proven_and_exported(bob, job, settings):
    base = f"/ai-jobs/{job.uid}/coding-problems/"
    body = {
        "title": "Double", "description": "Twice.",
        "cases": [{"input": "1\n", "expected_output": "2\n", "is_sample": True}, {"input": "2", "expected_output": "4"}],
    }  # fmt: skip
    made = bob.post(base, body)
    assert (made.status_code, len(made.json()["cases"]), made.json()["cases"][0]["input"]) == (201, 2, "1\n")
    assert bob.put(made["Location"], {**body, "title": "Twice"}).json()["title"] == "Twice"
    pool = DSAPoolQuestionFactory(title="From the pool")
    assert [one["title"] for one in bob.get("/pool-problems/?search=pool").json()["results"]] == [
        "From the pool"
    ]
    copied = bob.post(f"{base}copies/", {"pool_problem": str(pool.uid)})
    assert (copied.status_code, copied.json()["title"]) == (201, "From the pool")
    assert bob.post(f"{base}copies/", {"pool_problem": str(job.uid)}).status_code == 404
    proof = bob.post(
        f"{made['Location']}references/", {"name": "x", "language": "python", "code": "print(1)"}
    )
    assert (proof.status_code, proof.json()["status"]) == (202, "queued")
    assert bob.delete(proof["Location"]).status_code == 204
    package = bob.get(f"{made['Location']}package/")
    assert (package.status_code, package["Content-Type"]) == (200, "application/zip")
    again = Client().post(
        f"/api/v1{base}packages/", {"package": SimpleUploadedFile("p.zip", package.content)},
        headers={"authorization": f"Bearer {bob.token}"},
    )  # fmt: skip
    assert (again.status_code, again.json()["problem"]["title"]) == (201, "Twice")


def test_pictures_of_statements_come_in_and_out(bob, job):
    problem = DSAQuestionFactory(job=job)
    url = f"/api/v1/ai-jobs/{job.uid}/coding-problems/{problem.uid}/images/"
    headers = {"authorization": f"Bearer {bob.token}"}
    made = Client().post(url, {"image": SimpleUploadedFile("Map 1.png", PICTURE)}, headers=headers)
    assert (made.status_code, made.json()["name"]) == (201, "map-1.png")
    assert bob.get(made["Location"])["Content-Type"] == "image/png"
    wrong = Client().post(url, {"image": SimpleUploadedFile("a.svg", b"<svg/>")}, headers=headers)
    assert wrong.status_code == 422


def test_a_rubric_is_written_and_drafted(bob, job, run_tasks):
    base = f"/ai-jobs/{job.uid}/rubric/"
    assert bob.get(base).json()["version"] == 0
    body = {"name": "Python", "anchors": ["one", "two", "three", "four", "five"]}
    made = bob.post(f"{base}competencies/", body)
    assert (made.status_code, made.json()["key"]) == (201, "python")
    assert bob.put(made["Location"], {**body, "weight": 60}).json()["weight"] == 60
    same = bob.put(made["Location"], {**body, "anchors": ["one", "One", "three", "four", "five"]})
    assert same.json()["errors"][0]["pointer"] == "/anchors"
    asked = bob.post(f"{base}draft/")
    assert (asked.status_code, asked.json()["status"], asked["Location"]) == (
        202,
        "waiting",
        f"/api/v1{base}draft/",
    )
    run_tasks()
    assert bob.get(asked["Location"]).json()["status"] == "ready"
    assert bob.post(f"{base}draft/use/", {}).status_code == 409
    used = bob.post(f"{base}draft/use/", {"replace": True})
    assert len(used.json()["competencies"]) > 1
    assert bob.get(f"{base}draft/").status_code == 404


def test_invitations_go_out_once_and_tell_what_became_of_each(company, bob):
    job = AiInterviewedJobFactory(company=company)
    people = [{"email": "Asha@example.com", "name": "Asha Rao"}, {"email": "asha@example.com"}]
    sent = bob.post(f"/ai-jobs/{job.uid}/invitations/", {"people": people}, idempotency_key="mail")
    bob.post(f"/ai-jobs/{job.uid}/invitations/", {"people": people}, idempotency_key="mail")
    assert [one["result"] for one in sent.json()["results"]] == ["invited", "duplicate"]
    assert OutgoingMail.objects.filter(kind="invitation").count() == 1
    interview = f"/interviews/{sent.json()['results'][0]['interview']}/"
    assert bob.post(f"{interview}resend/").status_code == 429
    assert bob.post(f"{interview}extend/", {"days": 7}).status_code == 200
    granted = bob.put(
        f"{interview}accommodations/", {"extra_time_percent": 50, "large_captions": True}
    ).json()
    assert (granted["extra_time_percent"], granted["large_captions"]) == (50, True)
    assert bob.post(f"{interview}revoke/").json()["status"] == "revoked"
    assert bob.post(f"{interview}revoke/").status_code == 409


@pytest.fixture
def scored(company):
    rubric = RubricFactory(job=AiInterviewedJobFactory(company=company))
    row = InterviewFactory(job=rubric.job, at=Stage.SCORING, first_name="Asha", email="asha@example.com")
    turn = AnsweredTurnFactory(interview=row)
    evaluation = EvaluationFactory(rubric=rubric, interview=row, status="done")
    score = CompetencyScoreFactory(evaluation=evaluation)
    EvidenceQuoteFactory(competency_score=score, turn=turn)
    Interview.objects.filter(pk=row.pk).update(status=InterviewStatus.COMPLETED, overall_score=50)
    row.refresh_from_db()
    return row


def test_a_report_is_read_and_that_it_was_is_written_down(bob, scored):
    report = bob.get(f"/interviews/{scored.uid}/report/").json()
    (level,) = report["competencies"]
    assert (level["key"], level["level"], len(level["quotes"])) == ("python", 3, 1)
    assert report["turns"][0]["answer"] == scored.turns.get().answer
    assert AuditEvent.objects.filter(action="interview.viewed", subject_id=str(scored.uid)).count() == 1
    assert bob.get(f"/interviews/{scored.uid}/turns/").json()["count"] == 1


def test_a_decision_an_override_a_share_and_a_new_scoring(bob, scored):
    base = f"/interviews/{scored.uid}/"
    decided = bob.put(f"{base}decision/", {"decision": "hired", "reason": "Yes."})
    assert decided.json() == {"decision": "hired", "reason": "Yes."}
    assert bob.get(f"{base}decision/", if_none_match=decided["ETag"]).status_code == 304
    assert bob.put(f"{base}decision/", {"decision": "maybe"}).status_code == 422
    level = bob.put(f"{base}levels/python/", {"level": 5, "reason": "Second answer."}).json()
    assert (level["level"], level["engine_level"], level["override_reason"]) == (5, 3, "Second answer.")
    assert bob.put(f"{base}levels/cooking/", {"level": 5, "reason": "x"}).status_code == 404
    shared = bob.post(f"{base}shared-links/", {"days": 3})
    assert (shared.status_code, "/r/" in shared.json()["url"]) == (201, True)
    assert [sorted(one) for one in bob.get(f"{base}shared-links/").json()["results"]] == [
        ["created_at", "expires_at", "note", "opened_at", "times_opened", "uid"]
    ]
    assert bob.delete(shared["Location"]).status_code == 204
    again = bob.post(f"{base}score-again/")
    assert (again.status_code, again["Location"]) == (202, f"/api/v1{base}report/")
    assert bob.post(f"{base}score-again/").status_code == 409


def test_the_list_has_the_pages_filters_and_its_file_is_the_pages(company, bob, scored):
    InterviewFactory(job=scored.job, first_name="Ben", email="ben@example.com")
    names = [
        one["name"]
        for one in bob.get("/interviews/?status=completed&min_score=40&search=asha").json()["results"]
    ]
    assert names == [scored.full_name]
    assert bob.get("/interviews/?status=nonsense").json()["errors"][0]["parameter"] == "status"
    member = MembershipFactory(company=company, role=Role.RECRUITER)
    browser = Client()
    browser.force_login(member.user, backend="django.contrib.auth.backends.ModelBackend")
    page = b"".join(browser.get("/workspace/candidates.csv?sort=name").streaming_content)
    api = b"".join(program_of(member.user).get("/interviews.csv?sort=name").streaming_content)
    assert (api, b"Ben" in api) == (page, True)
    assert bob.get("/interviews.exe").status_code == 404


def test_a_pdf_is_asked_for_and_then_there(bob, scored, run_tasks):
    waiting = bob.get(f"/interviews/{scored.uid}/report.pdf")
    if waiting.status_code == 503:
        pytest.skip("this machine makes no PDFs")
    assert (waiting.status_code, waiting["Retry-After"]) == (202, "5")
    run_tasks()
    assert bob.get(waiting["Location"])["Content-Type"] == "application/pdf"


def test_a_blind_reviewer_sees_no_score_of_the_ai_until_their_own_is_handed_in(company, scored):
    scored.job.blind_review = BlindReview.ON
    scored.job.save()
    member = MembershipFactory(company=company, role=Role.REVIEWER)
    reviewer, base = program_of(member.user), f"/interviews/{scored.uid}/"
    (row,) = reviewer.get("/interviews/").json()["results"]
    told = reviewer.get(base).json()
    assert (row["scores"]["overall"], told["scores"]["overall"]) == (None, None)
    assert reviewer.get("/interviews/?min_score=10").json()["count"] == 0
    assert [reviewer.get(f"{base}{part}").status_code for part in ("report/", "report.pdf")] == [409, 409]
    assert reviewer.get(f"{base}turns/").status_code == 200
    compared = reviewer.get(f"/ai-jobs/{scored.job.uid}/comparison/?candidate={scored.uid}").json()
    assert [line["label"] for line in compared["scores"]] == []
    ScorecardFactory(interview=scored, author=member.user)
    assert reviewer.get(f"{base}report/").json()["scores"]["overall"] == 50.0


def test_candidates_are_compared(bob, scored):
    found = bob.get(f"/ai-jobs/{scored.job.uid}/comparison/?candidate={scored.uid}").json()
    assert [one["uid"] for one in found["candidates"]] == [str(scored.uid)]
    assert bob.get(f"/ai-jobs/{scored.job.uid}/comparison/").json()["errors"][0]["parameter"] == "candidate"


def test_no_answer_of_the_api_holds_a_link_token(bob, scored):
    for path in ("/interviews/", f"/interviews/{scored.uid}/", f"/interviews/{scored.uid}/report/"):
        assert scored.link_token not in json.dumps(bob.get(path).json())
