"""The workspace's lists: the same number of queries with one row and with three, paged, counts that agree."""

from __future__ import annotations

import pytest

from assessments.tests.factories import DSAPoolQuestionFactory, DSAQuestionFactory, QuizQuestionFactory
from companies.letters import Letter
from companies.models import Job, JobApplication
from companies.services import applications, letters
from companies.tests.factories import (
    AiInterviewedJobFactory,
    CompanyFactory,
    JobApplicationFactory,
    JobFactory,
    MembershipFactory,
)
from interviews.enums import InterviewStatus, Stage
from interviews.models import Interview
from interviews.tests.factories import (
    AnsweredTurnFactory,
    CompetencyFactory,
    CompetencyScoreFactory,
    EvaluationFactory,
    InterviewFactory,
    InterviewQuestionFactory,
    InvitationFactory,
    RecordingFactory,
    RubricFactory,
)
from interviews.tests.recruiters import at_work

pytestmark = pytest.mark.django_db


@pytest.fixture
def job():
    return AiInterviewedJobFactory(has_quiz=True, has_coding=True)


def _candidate(job):
    return InterviewFactory(job=job, at=Stage.QUIZ)


def _applied(job):
    classic = Job.objects.filter(company=job.company).first() or JobFactory(company=job.company)
    JobFactory(company=job.company)
    return JobApplicationFactory(job=classic)


def _written_about(job):
    """One application with more and more written about it."""
    row = JobApplication.objects.first() or _applied(job)
    actor = job.company.memberships.first()
    applications.add_note(actor=actor, application=row, text="A note")
    letters.send(actor=actor.user, application=row, letter=Letter("Hello", "Text"))
    InterviewFactory(job=job, application=row, at=Stage.QUIZ)
    AiInterviewedJobFactory(company=job.company)
    MembershipFactory(company=job.company)


LISTS = {
    "jobs": ("/workspace/jobs/", lambda job: AiInterviewedJobFactory(company=job.company), 5),
    "classic jobs": ("/workspace/jobs/classic/", _applied, 5),
    "classic job": ("/workspace/jobs/classic/{classic}/", _applied, 8),
    "applications": ("/workspace/applications/", _applied, 6),
    "move": ("/workspace/applications/move/", _applied, 6),
    "application": ("/workspace/applications/{application}/", _written_about, 11),
    "letters": ("/workspace/applications/letters/", _applied, 4),
    "candidates": ("/workspace/candidates/", _candidate, 12),
    "dashboard": ("/workspace/", _candidate, 10),
    "team": ("/workspace/team/", lambda job: MembershipFactory(company=job.company), 6),
    "overview": ("/workspace/jobs/{job}/", _candidate, 15),
    "quiz": ("/workspace/jobs/{job}/quiz/", lambda job: QuizQuestionFactory(job=job), 6),
    "coding": ("/workspace/jobs/{job}/coding/", lambda job: DSAQuestionFactory(job=job), 6),
    "pool": ("/workspace/jobs/{job}/coding/pool/", lambda job: DSAPoolQuestionFactory(), 10),
    "questions": ("/workspace/jobs/{job}/questions/", lambda job: InterviewQuestionFactory(job=job), 6),
    "rubric": (
        "/workspace/jobs/{job}/rubric/",
        lambda job: CompetencyFactory(
            rubric=job.rubrics.first() or RubricFactory(job=job, competencies=False)
        ),
        8,
    ),
}


def address(url, job):
    """The address of a list; moving names everybody who applied."""
    applied = JobApplication.objects.order_by("pk")
    if url.endswith("/move/"):
        return url + "?to=rejected" + "".join(f"&chosen={row.uid}:applied" for row in applied)
    first = applied.first()
    names = {"classic": first.job.uid, "application": first.uid} if first else {}
    return url.format(job=job.uid, **names)


@pytest.mark.parametrize("name", LISTS)
def test_a_list_needs_as_many_queries_for_three_rows_as_for_one(job, name, django_assert_num_queries):
    url, add, count = LISTS[name]
    client = at_work(job.company)
    for more in (1, 2):
        for _row in range(more):
            add(job)
        there = address(url, job)
        with django_assert_num_queries(count):
            assert client.get(there).status_code == 200


@pytest.mark.parametrize(
    ("tab", "count"),
    [
        ("overview", 25),
        ("conversation", 25),
        ("quiz", 25),
        ("code", 27),
        ("profile", 25),
        ("review", 31),
        ("activity", 27),
        ("timeline", 25),
    ],
)
def test_a_tab_of_the_interview_page_needs_as_many_queries_for_three_rows(
    job, tab, count, django_assert_num_queries
):
    rubric = RubricFactory(job=job, competencies=["python", "sql", "design"])
    row = InterviewFactory(job=job, at=Stage.SCORING)
    Interview.objects.filter(pk=row.pk).update(status=InterviewStatus.COMPLETED, overall_score=70)
    evaluation = EvaluationFactory(interview=row, rubric=rubric)
    client = at_work(job.company)
    competencies = list(rubric.competencies.all())
    for numbers in ([0], [1, 2]):
        for number in numbers:
            CompetencyScoreFactory(evaluation=evaluation, competency=competencies[number])
            turn = AnsweredTurnFactory(interview=row)
            RecordingFactory(turn=turn)
            InvitationFactory(interview=row)
            QuizQuestionFactory(job=job)
            DSAQuestionFactory(job=job)
        with django_assert_num_queries(count):
            assert client.get(f"/workspace/candidates/{row.uid}/?tab={tab}").status_code == 200


@pytest.mark.parametrize(
    ("url", "make", "size"),
    [
        ("/workspace/jobs/", lambda job: AiInterviewedJobFactory(company=job.company), 25),
        ("/workspace/candidates/", lambda job: InterviewFactory(job=job), 25),
        ("/workspace/jobs/{job}/coding/pool/", lambda job: DSAPoolQuestionFactory(), 20),
        ("/workspace/team/", lambda job: MembershipFactory(company=job.company), 25),
    ],
)
def test_long_lists_are_paged_and_say_how_many_there_are(job, url, make, size):
    client = at_work(job.company)
    for _row in range(size + 1):
        make(job)
    first, second, nonsense = (
        client.get(f"{url.format(job=job.uid)}?page={n}").context["page"] for n in ("1", "2", "x")
    )
    total = first.paginator.count
    assert total in {size + 1, size + 2}  # the job and the member that the test stands on
    assert (len(first), len(second), len(nonsense)) == (size, total - size, size)


def test_the_counts_of_a_job_agree_with_the_list_of_its_candidates(job):
    for status in (*InterviewStatus.values, InterviewStatus.INVITED):
        InterviewFactory(job=job, status=status)
    InterviewFactory(job=AiInterviewedJobFactory(company=CompanyFactory()))
    client = at_work(job.company)
    shown = client.get("/workspace/jobs/").context["page"][0]

    def listed(*statuses):
        urls = [f"/workspace/candidates/?job_uid={job.uid}&status={status}" for status in statuses]
        return sum(client.get(url).context["page"].paginator.count for url in urls)

    assert shown.invited_count == listed("invited") == 2
    assert shown.busy_count == listed("in_progress", "scoring") == 2
    assert shown.done_count == listed("completed") == 1
    assert shown.total_count == client.get("/workspace/candidates/").context["page"].paginator.count


@pytest.mark.parametrize(
    "query",
    [
        "page=99",
        "page=-1",
        "sort=evil",
        "status=evil",
        "job_uid=1",
        "min_score=abc",
        "min_score=101",
        "search=%00",
        "decision=%00",
    ],
)
def test_bad_parameters_of_the_candidates_list_are_no_error(job, query):
    InterviewFactory(job=job)
    assert at_work(job.company).get(f"/workspace/candidates/?{query}").status_code == 200


def test_candidates_are_searched_filtered_and_sorted(job):
    for first, last, score in (("Asha", "Rao", 40), ("Bela", "Rao", 90), ("Chen", "Li", None)):
        InterviewFactory(job=job, first_name=first, last_name=last, overall_score=score)
    client = at_work(job.company)

    def found(query):
        page = client.get(f"/workspace/candidates/?{query}").context["page"]
        return [row.first_name for row in page]

    assert found("search=RAO&sort=name") == ["Asha", "Bela"]
    assert found("search=asha+rao") == ["Asha"]
    assert found("sort=overall") == ["Bela", "Asha", "Chen"]
    assert found("min_score=50") == ["Bela"]
    assert found("search=nobody") == []
