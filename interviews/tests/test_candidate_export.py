"""The list of candidates as a file: what the list shows, without formulas, written down."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from companies.enums import Role
from companies.tests.factories import AiInterviewedJobFactory
from interviewer.journal.models import AuditEvent
from interviewer.web.spreadsheets import safe_cell
from interviews.enums import Decision, InterviewStatus, Stage
from interviews.models import Interview
from interviews.tests.factories import InterviewFactory
from interviews.tests.recruiters import at_work

pytestmark = pytest.mark.django_db
HEADING = [
    "Candidate",
    "E-mail",
    "Job",
    "Progress",
    "Match",
    "Quiz",
    "Coding",
    "Conversation",
    "Overall",
    "Decision",
]


@pytest.fixture
def job():
    return AiInterviewedJobFactory(title="Engineer", has_quiz=True)


def read(client, kind, query=""):
    answer = client.get(f"/workspace/candidates.{kind}?{query}")
    assert answer.status_code == 200
    body = b"".join(answer.streaming_content)
    if kind == "csv":
        return [list(row) for row in csv.reader(io.StringIO(body.decode("utf-8-sig")))]
    sheet = load_workbook(io.BytesIO(body)).active
    return [["" if cell is None else str(cell) for cell in row] for row in sheet.values]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_file_has_the_columns_of_the_list_and_the_address(job, kind):
    InterviewFactory(job=job, email="asha@example.com", at=Stage.QUIZ)
    InterviewFactory(
        job=job,
        first_name="Żaneta",
        last_name="Li",
        email="zaneta@example.com",
        status=InterviewStatus.COMPLETED,
        match_score=Decimal("70.50"),
        overall_score=Decimal("80.49"),
        decision=Decision.HIRED,
    )
    assert read(at_work(job.company), kind) == [
        HEADING,
        ["Żaneta Li", "zaneta@example.com", "Engineer", "completed", "71", "", "", "", "80", "hired"],
        ["Asha Rao", "asha@example.com", "Engineer", "Quiz", "", "", "", "", "", "undecided"],
    ]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize(
    "query",
    [
        "",
        "search=rao&sort=name",
        "sort=overall",
        "min_score=50",
        "status=completed",
        "min_score=abc",
        "page=2",
    ],
)
def test_a_file_holds_the_rows_of_all_pages_of_the_list_in_its_order(job, kind, query):
    for number in range(27):
        last = "Rao" if number % 2 else "Li"
        InterviewFactory(job=job, first_name=f"N{number % 5}", last_name=last, overall_score=number * 3)
    InterviewFactory()
    client = at_work(job.company)
    paginator = client.get(f"/workspace/candidates/?{query}").context["page"].paginator
    shown = [row.email for number in paginator.page_range for row in paginator.page(number)]
    assert [row[1] for row in read(client, kind, query)[1:]] == shown


def test_the_list_links_to_the_files_of_what_it_shows(job):
    InterviewFactory(job=job)
    page = at_work(job.company).get("/workspace/candidates/?search=rao&page=1").content.decode()
    for kind in ("csv", "xlsx"):
        assert f'href="/workspace/candidates.{kind}?search=rao"' in page


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_what_would_be_a_formula_is_text(start):
    assert safe_cell(f"{start}1+1") == f"'{start}1+1"


def test_other_cells_stay_as_they_are():
    assert [safe_cell(value) for value in ("a=1", 7, -7, None, "a\x00b", "")] == ["a=1", 7, -7, "", "ab", ""]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_candidates_formula_reaches_no_spreadsheet(job, kind):
    InterviewFactory(
        job=job, first_name='=HYPERLINK("http://evil.example")', last_name="", email="a@b.example"
    )
    assert read(at_work(job.company), kind)[1][0] == '\'=HYPERLINK("http://evil.example")'


@pytest.mark.parametrize("role", Role.values)
def test_every_member_may_take_the_list_and_it_is_written_down(job, role):
    InterviewFactory.create_batch(2, job=job)
    client = at_work(job.company, role)
    read(client, "csv", "search=Rao&status=invited&sort=name")
    event = AuditEvent.objects.get(action="candidates.exported")
    assert (event.company_id, event.actor.memberships.get().role) == (job.company_id, role)
    assert event.data == {
        "format": "csv",
        "count": 2,
        "filters": {"search": "Rao", "status": "invited", "sort": "name"},
    }


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_file_needs_as_many_queries_for_three_rows_as_for_one(job, kind, django_assert_num_queries):
    client = at_work(job.company)
    for more in (1, 2):
        for _row in range(more):
            InterviewFactory(job=job, at=Stage.QUIZ)
        with django_assert_num_queries(15):
            assert len(read(client, kind)) > more


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_many_rows_are_read_in_portions_and_not_written_down_one_by_one(job, kind, django_assert_num_queries):
    made = [InterviewFactory.build(job=job, email=f"{n}@example.com") for n in range(1_001)]
    Interview.objects.bulk_create(made)
    client = at_work(job.company)
    with django_assert_num_queries(17):
        assert len(read(client, kind)) == 1_002
    assert AuditEvent.objects.filter(action="interview.exported").count() == 0
