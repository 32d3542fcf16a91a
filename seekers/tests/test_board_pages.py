"""The job board's pages: search, a job's page, closed jobs, companies, and what engines read."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from xml.etree import ElementTree

import pytest
from django.utils import timezone

from companies.enums import EmploymentType, JobStatus
from companies.models import AiInterviewedJob, Company, Job, JobPosting
from companies.tests.factories import AiInterviewedJobFactory, CompanyFactory, JobFactory, on_board
from locations.tests.factories import CityFactory
from seekers.board.cards import path_of
from seekers.models import SavedJob
from seekers.tests.factories import JobSeekerFactory, SavedJobFactory

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


def page_of(job: Job | AiInterviewedJob) -> str:
    return path_of(JobPosting.objects.get(uid=job.uid))


def text_of(client: object, url: str, status: int = 200) -> str:
    answer = client.get(url)
    assert answer.status_code == status
    return answer.content.decode()


def titles(client: object, url: str) -> list[str]:
    return re.findall(r'<h2><a href="/jobs/[^"]+">([^<]+)</a></h2>', text_of(client, url))


def test_the_address_is_the_search(client):
    on_board(title="Potter", work_mode="remote", location="Pune")
    on_board(title="Potter's mate", work_mode="on_site", location="Surat")
    on_board(title="Weaver", work_mode="remote", location="Pune")
    assert titles(client, "/jobs/?q=potter&sort=newest") == ["Potter&#x27;s mate", "Potter"]
    assert titles(client, "/jobs/?q=potter&mode=remote") == ["Potter"]
    assert titles(client, "/jobs/?mode=remote&mode=on_site&place=surat") == ["Potter&#x27;s mate"]
    page = text_of(client, "/jobs/?mode=remote&place=Pune&posted=7")
    assert 'value="remote" checked' in page
    assert 'href="/jobs/?place=pune&amp;posted=7"' in page, "a chip takes one choice away"
    assert '<option value="x">' not in page


@pytest.mark.parametrize(
    "query",
    [
        "mode=x&type=y&experience=9-1&pay=inr-1-2&company=nobody&posted=99&sort=chance&after=%00",
        "q=%00%27%22&place=%3Cscript%3E&company=" + "0" * 31,
        "q=" + "a" * 3000,
        "&".join(f"place=p{n}" for n in range(200)),
        "pay=---&experience=-&posted=-1",
    ],
)
def test_nothing_in_the_address_is_an_error(client, query):
    on_board(title="Potter")
    text_of(client, f"/jobs/?{query}")
    text_of(client, f"/jobs/feed/?{query}")


def test_a_slip_is_said_and_an_empty_result_leads_on(client):
    on_board(title="Python developer", location="Pune", skills=[])
    assert "These have “python”" in text_of(client, "/jobs/?q=pyhton")
    page = text_of(client, "/jobs/?q=python&place=surat&mode=on_site")
    assert "No job fits all of that" in page
    assert 'href="/jobs/?q=python&amp;mode=on_site">Without “Surat”</a>' in page
    assert "Without “On site”" not in page, "it would find nothing either"
    assert 'href="/jobs/?q=python">Only “python”</a>' in text_of(client, "/jobs/?q=python+nurse&place=surat")


def test_pages_follow_each_other(client):
    for number in range(21):
        on_board(title=f"Potter {number}")
    first = text_of(client, "/jobs/?q=potter")
    (more,) = re.findall(r'href="(/jobs/\?q=potter&amp;after=[^"]+)"', first)
    assert len(titles(client, "/jobs/?q=potter")) == 20
    assert titles(client, more.replace("&amp;", "&")) == ["Potter 0"]


def test_a_job_that_the_board_still_has_is_not_shown_when_it_is_closed(client):
    job = on_board(title="Potter")
    address = page_of(job)
    Job.objects.update(closed_at=timezone.now())
    assert titles(client, "/jobs/") == []
    assert "no longer open" in text_of(client, address, 410)


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize(("visitor", "queries"), [(False, 2), (True, 7)])
def test_the_queries_of_the_board_do_not_grow(client, django_assert_num_queries, rows, visitor, queries):
    for number in range(rows):
        on_board(title="Potter" if number else "Potter's mate")
        on_board(AiInterviewedJobFactory, title="Potter")
    if visitor:
        client.force_login(JobSeekerFactory().user)
    client.get("/jobs/")
    with django_assert_num_queries(queries):
        client.get("/jobs/")


def test_a_job_has_one_address(client):
    job = on_board(title="C++ & Qt developer!")
    address = page_of(job)
    assert address == f"/jobs/c-qt-developer-{job.uid}/"
    for other in (f"/jobs/{job.uid}/", f"/jobs/old-title-{job.uid}/"):
        answer = client.get(other)
        assert (answer.status_code, answer.url) == (301, address)
    assert "C++ &amp; Qt developer!" in text_of(client, address)
    assert page_of(on_board(title="हिंदी शिक्षक")).startswith("/jobs/job-")


def test_a_job_with_an_interview_leads_to_its_public_link_while_that_is_open(client):
    job = on_board(AiInterviewedJobFactory, title="Potter")
    link = f"/i/open/{job.public_token}/"
    page = text_of(client, page_of(job))
    assert job.public_token in page
    AiInterviewedJob.objects.update(public_link_open=False)
    assert link not in text_of(client, page_of(job))


CLOSED = [
    (JobFactory, {"closed_at": timezone.now()}, 410),
    (JobFactory, {"approved": False}, 404),
    (JobFactory, {"deleted_at": timezone.now()}, 404),
    (JobFactory, {"closed_at": timezone.now(), "approved": False}, 404),
    (AiInterviewedJobFactory, {"status": JobStatus.CLOSED}, 410),
    (AiInterviewedJobFactory, {"status": JobStatus.DRAFT, "published_at": None}, 404),
    (AiInterviewedJobFactory, {"approved": False}, 404),
]


@pytest.mark.parametrize(("make", "values", "status"), CLOSED)
def test_a_closed_job_says_so_and_a_hidden_one_is_not_there(client, make, values, status):
    on_board(title="Potter of bowls", skills=["clay"])
    job = on_board(make, title="Potter of jugs", skills=["clay"])
    address = page_of(job)
    type(job).objects.filter(pk=job.pk).update(**values)
    page = text_of(client, address, status)
    assert ("Potter of bowls" in page, "ld+json" in page) == (status == 410, False)
    assert ("Potter of jugs" in page) == (status == 410)


def test_the_jobs_of_a_suspended_company_are_not_there(client):
    job = on_board(title="Potter")
    address = page_of(job)
    Company.objects.update(suspended_at=timezone.now())
    text_of(client, address, 404)
    Job.objects.update(closed_at=timezone.now())
    text_of(client, address, 404)


def data_of(page: str) -> dict[str, object]:
    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)
    return json.loads(block)


#: https://developers.google.com/search/docs/appearance/structured-data/job-posting
REQUIRED = {"title", "description", "datePosted", "hiringOrganization"}
KNOWN = REQUIRED | {
    "@context",
    "@type",
    "identifier",
    "url",
    "directApply",
    "employmentType",
    "skills",
    "experienceRequirements",
    "jobBenefits",
    "jobLocation",
    "jobLocationType",
    "applicantLocationRequirements",
    "baseSalary",
}


def check_job_posting(data: dict[str, object]) -> list[str]:
    """What Google's rules find missing or wrong."""
    wrong = [f"{name} is missing" for name in sorted(REQUIRED) if not data.get(name)]
    wrong += [f"{name} is unknown" for name in sorted(set(data) - KNOWN)]
    if (data["@context"], data["@type"]) != ("https://schema.org/", "JobPosting"):
        wrong.append("is no JobPosting")
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", str(data.get("datePosted"))):
        wrong.append("datePosted is no date")
    if not data["hiringOrganization"].get("name"):
        wrong.append("the organisation has no name")
    remote = data.get("jobLocationType") == "TELECOMMUTE"
    if not remote and not data.get("jobLocation", {}).get("address", {}).get("addressCountry"):
        wrong.append("no country")
    if remote and "jobLocation" not in data and "applicantLocationRequirements" not in data:
        wrong.append("applicants may live nowhere")
    if data.get("employmentType", "INTERN") not in {"FULL_TIME", "PART_TIME", "CONTRACTOR", "INTERN"}:
        wrong.append("unknown kind of contract")
    value = data.get("baseSalary", {}).get("value", {"unitText": "YEAR", "minValue": 1})
    if value.get("unitText") != "YEAR" or not {"minValue", "maxValue"} & set(value):
        wrong.append("salary without unit or amount")
    return wrong


@pytest.mark.parametrize(
    ("make", "values"),
    [
        (JobFactory, {}),
        (JobFactory, {"work_mode": "remote", "min_salary": 50_000, "location": "Pune, Maharashtra"}),
        (JobFactory, {"description": "", "benefits": "Lunch", "max_salary": 90_000, "show_salary": False}),
        (AiInterviewedJobFactory, {"employment_type": EmploymentType.INTERNSHIP, "city": "Surat"}),
        (AiInterviewedJobFactory, {"min_experience_years": 2, "min_salary": 1, "max_salary": 2}),
    ],
)
def test_what_search_engines_read_is_what_they_ask_for(client, make, values):
    job = on_board(make, title="Potter </script><b>", **values)
    data = data_of(text_of(client, page_of(job)))
    assert check_job_posting(data) == []
    assert data["title"] == "Potter </script><b>"
    assert ("baseSalary" in data) == ("min_salary" in values)


def test_the_description_of_a_job_is_text(client):
    job = on_board(description="<img src=x onerror=alert(1)>\n\nSecond")
    page = text_of(client, page_of(job))
    assert data_of(page)["description"] == "<p>&lt;img src=x onerror=alert(1)&gt;</p>\n\n<p>Second</p>"
    assert "<img src=x" not in page


def test_previews_of_a_job(client):
    job = on_board(title="Potter", description="Make pots.\n\nSell them.")
    page = text_of(client, page_of(job))
    found = dict(re.findall(r'<meta property="og:(\w+)" content="([^"]*)"', page))
    assert found["description"] == "Make pots. Sell them."
    assert found["url"] == f"http://localhost:8000{page_of(job)}"
    assert f'<link rel="canonical" href="{found["url"]}">' in page


def test_the_feed_has_the_newest_of_the_same_search(client):
    now = timezone.now()
    on_board(title="Potter", posted_at=now - timedelta(days=2))
    on_board(title="Potter <b>", posted_at=now)
    on_board(title="Weaver")
    answer = client.get("/jobs/feed/?q=potter&sort=pay")
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    feed = ElementTree.fromstring(answer.content)
    entries = feed.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title").split(",")[0] for entry in entries] == ["Potter <b>", "Potter"]
    assert [bool(entry.findtext(f"{ATOM}{name}")) for entry in entries for name in ("id", "updated")] == [
        True
    ] * 4


def test_engines_find_every_open_job_and_no_private_page(client):
    job = on_board(title="Potter")
    index = text_of(client, "/sitemap.xml")
    assert [
        found.endswith(("sitemap-jobs.xml", "sitemap-pages.xml"))
        for found in re.findall("<loc>(.*?)</loc>", index)
    ] == [True, True]
    jobs = re.findall("<loc>(.*?)</loc>", text_of(client, "/sitemap-jobs.xml"))
    assert jobs == [f"http://localhost:8000{page_of(job)}"]
    assert "http://localhost:8000/jobs/" in text_of(client, "/sitemap-pages.xml")
    text_of(client, "/sitemap-secrets.xml", 404)
    robots = text_of(client, "/robots.txt")
    assert "Disallow: /me/" in robots
    assert "Sitemap: http://localhost:8000/sitemap.xml" in robots


def test_the_directory_of_companies(client):
    pune = CityFactory(name="Pune")
    kiln = CompanyFactory(name="Kiln House", industry="Pottery", city=pune)
    CompanyFactory(name="Loom House", industry="Weaving")
    CompanyFactory(name="Gone House", deleted_at=timezone.now())
    CompanyFactory(name="Stopped House", suspended_at=timezone.now())
    for _number in range(2):
        on_board(company=kiln)

    def names(query: str) -> list[str]:
        page = text_of(client, f"/companies/?{query}")
        return [name.strip() for name in re.findall(r'<h2 class="row">(?:<a[^>]*>)?([^<]+)', page)]

    assert names("") == ["Kiln House", "Loom House"]
    assert names("q=LOOM") == ["Loom House"]
    assert names("industry=Pottery&place=Pune") == ["Kiln House"]
    assert names("hiring=on") == ["Kiln House"]
    assert names("industry=Nothing&page=9") == ["Kiln House", "Loom House"]
    assert f'href="/jobs/?company={kiln.uid.hex}">2 open jobs' in text_of(client, "/companies/")
    assert names("q=nobody") == []


@pytest.mark.parametrize("rows", [1, 3])
def test_the_queries_of_the_directory_do_not_grow(client, django_assert_num_queries, rows):
    for _number in range(rows):
        on_board()
    with django_assert_num_queries(4):  # industries, places, number, page
        client.get("/companies/")


def test_a_saved_job_is_marked_in_the_list(client):
    seeker, job = JobSeekerFactory(), on_board(title="Potter")
    on_board(AiInterviewedJobFactory, title="Weaver")
    SavedJobFactory(job_seeker=seeker, job=job)
    client.force_login(seeker.user)
    page = text_of(client, "/jobs/")
    assert re.findall(r"(Remove Potter from saved jobs|Save Weaver)", page) == [
        "Save Weaver",
        "Remove Potter from saved jobs",
    ]
    assert SavedJob.objects.count() == 1
