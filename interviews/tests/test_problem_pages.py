"""A recruiter's pages around a coding problem: judging, references, pictures, packages; and what candidates see."""

from __future__ import annotations

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from assessments.models import DSAQuestion, DSAReferenceSolution
from assessments.packages.files import read_zip
from assessments.packages.reading import read
from assessments.packages.tests.packages import CUSTOM, LEGACY, PNG, zipped
from assessments.services import judging, references
from assessments.tests.factories import (
    DSAImageFactory,
    DSAQuestionFactory,
    DSAReferenceSolutionFactory,
    DSATestCaseFactory,
)
from assessments.tests.judges import SCRIPTED
from companies.enums import JobStatus, Role
from companies.tests.factories import AiInterviewedJobFactory, MembershipFactory
from interviews import readiness
from interviews.queries.jobs import facts
from interviews.tests.coders import coder

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def scripted(settings):
    settings.JUDGE_ENGINE = SCRIPTED


@pytest.fixture
def alice(client: Client) -> Client:
    """Signed in as the owner of a company."""
    client.membership = MembershipFactory()
    client.force_login(client.membership.user, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def problem(alice: Client) -> DSAQuestion:
    job = AiInterviewedJobFactory(
        company=alice.membership.company, has_coding=True, has_conversation=False, status=JobStatus.DRAFT
    )
    return DSAQuestionFactory(job=job)


def url(name: str, problem: DSAQuestion, *more: object) -> str:
    return reverse(f"workspace:{name}", args=[problem.job.uid, problem.uid, *more])


def form_of(problem: DSAQuestion, **changes: object) -> dict[str, object]:
    data = {
        "title": problem.title, "description": problem.description, "difficulty": "easy", "minutes": 20,
        "seconds_limit": "2", "memory_mib": 256, "checker": "tokens", "cases-INITIAL_FORMS": 0,
    }  # fmt: skip
    for number, case in enumerate(problem.cases.order_by("order")):
        data |= {
            f"cases-{number}-pk": case.pk, f"cases-{number}-input": case.input,
            f"cases-{number}-expected_output": case.expected_output, f"cases-{number}-weight": case.weight,
        }  # fmt: skip
    return {**data, "cases-TOTAL_FORMS": problem.cases.count(), **changes}


def package(content: dict[str, str | bytes]) -> SimpleUploadedFile:
    return SimpleUploadedFile("package.zip", zipped(content).getvalue())


def test_checker_and_groups_are_kept_as_they_are_written(alice: Client, problem: DSAQuestion) -> None:
    data = form_of(
        problem, checker="floats", absolute="1e-4", case_sensitive="on", groups_text="small ones 40 min\nlarge 60 sum",
        **{"cases-0-group": "small ones"},
    )  # fmt: skip

    assert alice.post(url("job_coding_edit", problem), data).status_code == 302

    problem.refresh_from_db()
    assert problem.checker_options == {"case_sensitive": True, "absolute": 1e-4}
    assert problem.groups == [
        {"name": "small ones", "points": 40, "rule": "min"},
        {"name": "large", "points": 60, "rule": "sum"},
    ]
    assert [case.group for case in problem.cases.order_by("order")] == ["small ones", "", ""]
    page = alice.get(url("job_coding_edit", problem)).content.decode()
    assert "small ones 40 min\nlarge 60 sum" in page


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"checker": "custom"}, "checker"),
        ({"checker": "custom", "validator_source": "exit(42)"}, "validator_language"),
        ({"groups_text": "small"}, "groups_text"),
        ({"groups_text": "small 10 max"}, "groups_text"),
        ({"groups_text": "a 1 sum\na 1 sum"}, "groups_text"),
        ({"groups_text": "a 1 sum", "cases-0-group": "b"}, None),
        ({"checker": "sorted"}, "checker"),
        ({"absolute": "2"}, "absolute"),
    ],
)
def test_what_makes_no_sense_is_said_beside_its_field(
    alice: Client, problem: DSAQuestion, changes: dict[str, str], field: str | None
) -> None:
    response = alice.post(url("job_coding_edit", problem), form_of(problem, **changes))

    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field or "__all__"]


def test_a_large_case_is_not_put_into_the_page_and_stays(alice: Client, problem: DSAQuestion) -> None:
    large = DSATestCaseFactory(question=problem, input="7" * 30_000, expected_output="8", order=9)
    page = alice.get(url("job_coding_edit", problem)).content.decode()
    data = form_of(problem, **{"cases-3-input": "", "cases-3-expected_output": "", "cases-3-kept": "True"})

    assert "7" * 100 not in page
    assert alice.post(url("job_coding_edit", problem), data).status_code == 302
    large.refresh_from_db()
    assert (len(large.input), large.expected_output) == (30_000, "8")


def test_a_solution_that_fails_keeps_the_job_from_being_published(
    alice: Client, problem: DSAQuestion
) -> None:
    data = {
        "reference-name": "mine",
        "reference-language": "python",
        "reference-expected": "AC",
        "reference-code": "WA",
    }
    assert alice.post(url("job_reference_add", problem), data).status_code == 302
    row = problem.references.get()

    def texts() -> list[str]:
        return [
            finding.text for finding in readiness.blockers(facts(problem.job)) if finding.section == "coding"
        ]

    assert texts() == [
        f"A reference solution of “{problem.title}” is not judged yet for the problem as it is."
    ]
    references.judge(kind="job", reference_id=row.pk)
    assert texts() == [f"A reference solution of “{problem.title}” does not get the verdict that it must."]
    page = alice.get(url("job_coding_edit", problem)).content.decode()
    assert "a reference solution fails" in page
    alice.post(url("job_reference_act", problem), {"delete": row.pk})
    assert texts() == []


def test_a_solution_that_is_none_is_kept_on_the_page(alice: Client, problem: DSAQuestion) -> None:
    data = {
        "reference-name": "mine",
        "reference-language": "python",
        "reference-expected": "AC",
        "reference-code": "",
    }

    response = alice.post(url("job_reference_add", problem), data)

    assert response.status_code == 422
    assert 'value="mine"' in response.content.decode()


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_costs_the_same_for_one_and_three(
    alice: Client, problem: DSAQuestion, rows: int, django_assert_num_queries
) -> None:
    for _ in range(rows - 1):
        DSAQuestionFactory(job=problem.job)
    for one in problem.job.dsa_questions.all():
        DSAReferenceSolutionFactory(question=one)
    with django_assert_num_queries(6):
        alice.get(reverse("workspace:job_coding", args=[problem.job.uid]))


def test_a_package_comes_in_with_what_was_left_out_named(alice: Client, problem: DSAQuestion) -> None:
    where = reverse("workspace:job_import", args=[problem.job.uid])
    assert alice.get(where).status_code == 200

    response = alice.post(where, {"package": package(LEGACY)}, follow=True)

    said = [str(message) for message in response.context["messages"]]
    assert said[:2] == ["“A Sum” was imported.", "Input validators are not run here."]
    made = problem.job.dsa_questions.get(title="A Sum")
    assert made.references.count() == 5
    page = response.content.decode()
    assert f"/images/{made.images.get().pk}/" in page
    assert "<math" in page


@pytest.mark.parametrize("content", [b"not a zip", zipped({"problem.yaml": "a: &a [*a]"}).getvalue()])
def test_a_hostile_package_is_refused_beside_the_field(
    alice: Client, problem: DSAQuestion, content: bytes
) -> None:
    where = reverse("workspace:job_import", args=[problem.job.uid])

    response = alice.post(where, {"package": SimpleUploadedFile("x.zip", content)})

    assert response.status_code == 422
    assert list(response.context["form"].errors) == ["package"]
    assert problem.job.dsa_questions.count() == 1


def test_a_problem_goes_out_as_a_package(alice: Client, problem: DSAQuestion) -> None:
    response = alice.get(url("job_export", problem))

    assert response["Content-Type"] == "application/zip"
    assert read(read_zip(io.BytesIO(response.content))).name == problem.title


def test_a_picture_is_served_to_the_team_alone(alice: Client, problem: DSAQuestion, client: Client) -> None:
    given = SimpleUploadedFile("Ein Baum.png", PNG, content_type="image/png")
    assert alice.post(url("job_problem_image_add", problem), {"image": given}).status_code == 302
    picture = problem.images.get()
    assert picture.name == "ein-baum.png"
    where = url("job_problem_image", problem, picture.pk)
    assert b"".join(alice.get(where).streaming_content) == PNG

    mallory = Client()
    mallory.force_login(MembershipFactory().user, backend="django.contrib.auth.backends.ModelBackend")
    assert mallory.get(where).status_code == 404
    assert Client().get(where).status_code == 302
    wrong = SimpleUploadedFile("x.png", b"<svg/>", content_type="image/png")
    alice.post(url("job_problem_image_add", problem), {"image": wrong})
    assert problem.images.count() == 1


@pytest.mark.parametrize(
    "name", ["job_reference_add", "job_reference_act", "job_problem_image_add", "job_export"]
)
def test_another_company_finds_nothing(problem: DSAQuestion, name: str) -> None:
    mallory = Client()
    mallory.force_login(MembershipFactory().user, backend="django.contrib.auth.backends.ModelBackend")

    assert mallory.post(url(name, problem)).status_code in {404, 405}
    assert mallory.get(url(name, problem)).status_code in {404, 405}
    assert DSAReferenceSolution.objects.count() == 0


def test_a_colleague_who_only_reads_can_not_add(alice: Client, problem: DSAQuestion) -> None:
    reader = MembershipFactory(company=problem.job.company, role=Role.REVIEWER)
    bob = Client()
    bob.force_login(reader.user, backend="django.contrib.auth.backends.ModelBackend")

    assert bob.post(url("job_reference_add", problem), {}).status_code == 403
    assert bob.post(reverse("workspace:job_import", args=[problem.job.uid]), {}).status_code == 403


# What candidates see


def test_a_candidate_sees_pictures_groups_and_points_and_nothing_hidden() -> None:
    candidate = coder()
    row = candidate.problem
    picture = DSAImageFactory(question=row, name="tree.png")
    row.description, row.groups = (
        "![A tree](tree.png) with $n$ leaves",
        [{"name": "deep", "points": 40, "rule": "min"}],
    )
    row.save()
    row.cases.filter(is_sample=False).update(group="deep")
    DSAReferenceSolutionFactory(question=row, code="secret_solution()")

    page = candidate.look().content.decode()
    address = f"{candidate.url}{row.uid}/images/{picture.pk}/"
    assert address in page
    assert "<math" in page
    assert "40 points" in page
    assert "secret_solution" not in page
    assert b"".join(candidate.client.get(address).streaming_content) == PNG
    assert candidate.client.get(f"{candidate.url}{row.uid}/images/{picture.pk + 1}/").status_code == 404

    candidate.sends("samples")
    sent = candidate.submission()
    judging.judge(submission_id=sent.pk)
    sent.refresh_from_db()
    assert (float(sent.score), sent.groups) == (
        0.0,
        [{"name": "deep", "points": 40, "reached": 0.0, "passed": 0, "total": 3}],
    )
    assert "0 of 40 points" in candidate.looks_at(sent, Accept="text/html").content.decode()


def test_a_picture_of_another_job_is_not_for_this_candidate() -> None:
    candidate = coder()
    candidate.look()
    other = DSAImageFactory()

    for problem in (candidate.problem, other.question):
        where = f"{candidate.url}{problem.uid}/images/{other.pk}/"
        assert candidate.client.get(where).status_code == 404


@pytest.mark.box
def test_a_candidate_is_judged_by_the_program_of_a_package(
    alice: Client, problem: DSAQuestion, settings
) -> None:
    settings.JUDGE_ENGINE = "assessments.judge.local.LocalJudge"
    where = reverse("workspace:job_import", args=[problem.job.uid])
    alice.post(where, {"package": package(CUSTOM)})
    made = problem.job.dsa_questions.get(title="Two Summands")
    for row in made.references.all():
        references.judge(kind="job", reference_id=row.pk)
    candidate = coder(company=problem.job.company)
    made.job = candidate.interview.job
    made.save()
    made.job.dsa_questions.exclude(pk=made.pk).delete()
    candidate.look()
    candidate.sends("n = int(input())\nprint(2, n - 2 if n < 1000 else 0)")
    sent = candidate.submission()
    judging.judge(submission_id=sent.pk)
    sent.refresh_from_db()

    assert references.proof_of(made) == references.Proof(2, 0, 0)
    assert (sent.verdict, float(sent.score)) == ("WA", 30.0)
    assert [(group["name"], group["reached"]) for group in sent.groups] == [("group1", 30.0), ("group2", 0.0)]
