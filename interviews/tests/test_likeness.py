"""Programs of a job's candidates are compared after scoring: a signal for people, without any score knowing of it."""

from __future__ import annotations

import pytest

from assessments.models import CodePair, DSAQuestion, DSAResponse, Submission
from assessments.services import pairs
from assessments.tests.factories import (
    CodePairFactory,
    DSAQuestionFactory,
    DSAResponseFactory,
    SubmissionFactory,
)
from assessments.tests.judges import SCRIPTED
from assessments.tests.programs import DIFFERENT, ORIGINAL, RENAMED, REORDERED
from companies.enums import Role
from companies.tests.factories import CompanyFactory, MembershipFactory
from interviews.services import scoring
from interviews.tests.coders import coder
from interviews.tests.factories import InterviewFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def scripted(settings):
    settings.JUDGE_ENGINE = SCRIPTED


@pytest.fixture
def problem() -> DSAQuestion:
    return DSAQuestionFactory()


def solves(problem: DSAQuestion, code: str, language: str = "python") -> Submission:
    interview = InterviewFactory(job=problem.job)
    row = SubmissionFactory(interview=interview, question=problem, code=code, language=language)
    DSAResponseFactory(interview=interview, question=problem, submission=row, code=code, language=language)
    return row


def found() -> set[tuple[int, int]]:
    return set(CodePair.objects.values_list("first_id", "second_id"))


def test_copies_are_paired_and_honest_work_is_not(problem):
    one, two, three, _four = (solves(problem, code) for code in (ORIGINAL, RENAMED, REORDERED, DIFFERENT))
    assert pairs.compare(question_id=problem.pk) == 3
    assert found() == {(one.pk, two.pk), (one.pk, three.pk), (two.pk, three.pk)}
    exact = CodePair.objects.get(first=one, second=two)
    assert (exact.similarity, exact.passages) == (
        100,
        [[1, len(ORIGINAL.splitlines()), 1, len(RENAMED.splitlines())]],
    )


def test_comparing_again_keeps_the_address_and_drops_what_is_gone(problem):
    one, two = solves(problem, ORIGINAL), solves(problem, RENAMED)
    pairs.compare(question_id=problem.pk)
    address = CodePair.objects.get().uid
    third = solves(problem, REORDERED)
    pairs.compare(question_id=problem.pk)
    assert CodePair.objects.get(first=one, second=two).uid == address
    third.interview.delete()
    pairs.compare(question_id=problem.pk)
    assert found() == {(one.pk, two.pk)}


def test_other_languages_and_other_problems_are_not_compared(problem):
    solves(problem, ORIGINAL)
    solves(problem, ORIGINAL, "cpp")
    solves(DSAQuestionFactory(job=problem.job), ORIGINAL)
    assert pairs.compare(question_id=problem.pk) == 0


def test_two_programs_of_a_deleted_interview_are_not_shown(problem):
    solves(problem, ORIGINAL)
    second = solves(problem, RENAMED)
    pairs.compare(question_id=problem.pk)
    second.interview.deleted_at = second.created_at
    second.interview.save()
    assert not CodePair.objects.for_job(problem.job).exists()


def test_scoring_starts_the_comparison_and_no_score_changes(run_tasks, monkeypatch):
    first = coder(has_conversation=False)
    first.look()
    first.sends("AC " + "x" * 10)
    problem = first.problem
    run_tasks()
    solves(problem, ORIGINAL)
    solves(problem, RENAMED)
    first.client.post(f"{first.url}finish/")
    run_tasks()
    first.interview.refresh_from_db()
    before = (first.interview.coding_score, first.interview.overall_score)
    assert CodePair.objects.filter(question=problem).count() == 1
    pairs.compare(question_id=problem.pk)
    scoring.set_scores(interview=first.interview, evaluation=None)
    first.interview.refresh_from_db()
    assert (first.interview.coding_score, first.interview.overall_score) == before
    assert set(DSAResponse.objects.filter(interview=first.interview).values_list("passed", flat=True)) == {
        True
    }


# The pages


@pytest.fixture
def recruiter(client, problem):
    person = MembershipFactory(company=problem.job.company, role=Role.REVIEWER)
    client.force_login(person.user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_the_list_and_the_pair_say_that_it_is_no_verdict(problem, recruiter):
    one, _two = solves(problem, ORIGINAL), solves(problem, REORDERED)
    pairs.compare(question_id=problem.pk)
    url = f"/workspace/jobs/{problem.job.uid}/similar-code/"
    text = recruiter.get(url).content.decode()
    assert "not a finding" in text
    page = recruiter.get(f"{url}{CodePair.objects.get().uid}/")
    assert "not a verdict" in page.content.decode()
    first, second = page.context["sides"]
    assert first.submission == one
    marked = {line.passage for line in first.lines} | {line.passage for line in second.lines}
    assert marked >= {1, 2}


def test_one_passage_is_not_called_passages(problem, recruiter):
    pair = CodePairFactory(question=problem, passages=[[1, 4, 1, 4]])
    url = f"/workspace/jobs/{problem.job.uid}/similar-code/{pair.uid}/"
    assert "in one passage." in recruiter.get(url).content.decode()


@pytest.mark.parametrize(
    ("page", "section"),
    [
        ("", "Overview"),
        ("coding/", "Coding"),
        ("coding/pool/", "Coding"),
        ("coding/new/", "Coding"),
        ("similar-code/{pair}/", "Similar code"),
    ],
)
def test_a_page_inside_of_a_section_marks_its_tab(problem, client, page, section):
    person = MembershipFactory(company=problem.job.company, role=Role.OWNER)
    client.force_login(person.user, backend="django.contrib.auth.backends.ModelBackend")
    pair = CodePairFactory(question=problem)
    answer = client.get(f"/workspace/jobs/{problem.job.uid}/{page.format(pair=pair.uid)}")
    assert [tab["label"] for tab in answer.context["tabs"] if tab.get("current")] == [section]


def test_another_company_finds_neither(problem, client):
    pair = CodePairFactory(question=problem)
    mallory = MembershipFactory(company=CompanyFactory())
    client.force_login(mallory.user, backend="django.contrib.auth.backends.ModelBackend")
    url = f"/workspace/jobs/{problem.job.uid}/similar-code/"
    assert [client.get(one).status_code for one in (url, f"{url}{pair.uid}/")] == [404, 404]


def test_a_pair_of_another_job_is_missing(problem, recruiter):
    strange = CodePairFactory()
    url = f"/workspace/jobs/{problem.job.uid}/similar-code/{strange.uid}/"
    assert recruiter.get(url).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_however_long(problem, recruiter, count, django_assert_num_queries):
    for _number in range(count):
        CodePairFactory(question=problem)
    url = f"/workspace/jobs/{problem.job.uid}/similar-code/"
    recruiter.get(url)
    with django_assert_num_queries(LIST_QUERIES):
        recruiter.get(url)


LIST_QUERIES = 6
