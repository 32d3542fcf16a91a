"""A file fills the profile: read in the background, proposed one by one, nothing overwritten, failures retried."""

from __future__ import annotations

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from interviewer.integrations.documents.tests.test_resume_documents import pdf
from interviewer.journal.models import ProviderCall
from seekers import tasks
from seekers.models import EmploymentDetail, JobSeeker, ProfileReading, Proposal
from seekers.sections import SECTIONS
from seekers.tests.factories import EmploymentDetailFactory, JobSeekerFactory

pytestmark = pytest.mark.django_db
RESUME = """<h1>Asha Rao</h1><p>+91 98765 43210</p><h2>Summary</h2><p>Backend engineer.</p>
<h2>Experience</h2><p>Senior Engineer, Globex Logistics | Jan 2022 - Present</p><p>Built the billing service.</p>
<p>Engineer at Acme</p><p>(06/2019 - 12/2021)</p><p>Kept the lights on.</p>
<p>Engineering Intern, Initech May 2018 - Jul 2018</p>
<h2>Education</h2><p>B.Tech Computer Science, NIT Trichy, 2015 - 2019</p><h2>Skills</h2><p>Python, Django, Kafka</p>"""


@pytest.fixture
def seeker():
    return JobSeekerFactory(first_name="Asha", last_name="R.", key_skills=["python"], summary="Mine.")


@pytest.fixture
def browser(client, seeker):
    client.force_login(seeker.user)
    return client


def give(browser, data: bytes, name: str, field: str = "file", url: str = "/me/profile/fill/"):
    return browser.post(url, {field: SimpleUploadedFile(name, data)})


def proposed(seeker) -> dict[str, list[dict]]:
    found: dict[str, list[dict]] = {}
    for row in Proposal.objects.for_seeker(seeker):
        found.setdefault(row.target, []).append(row.values)
    return found


def test_a_resume_is_read_and_only_what_is_new_is_proposed(browser, seeker, run_tasks):
    answer = give(browser, pdf(RESUME), "cv.pdf")
    assert "being read" in browser.get(answer.url).content.decode()
    assert Proposal.objects.count() == 0
    run_tasks()
    found = proposed(seeker)
    assert [(row["title"], row["organisation"], row["start_year"]) for row in found["employment"]] == [
        ("Senior Engineer", "Globex Logistics", "2022"),
        ("Engineer", "Acme", "2019"),
    ]
    assert [row["title"] for row in found["internships"]] == ["Engineering Intern"]
    assert [(row["course"], row["end_year"]) for row in found["education"]] == [
        ("B.Tech Computer Science", "2019")
    ]
    assert ("summary" in found, "Python" in found["skills"][0]["key_skills"]) == (False, False)
    assert {"Django", "Apache Kafka"} <= set(found["skills"][0]["key_skills"])
    seeker.refresh_from_db()
    assert (seeker.last_name, seeker.summary, seeker.key_skills) == ("R.", "Mine.", ["python"])
    assert EmploymentDetail.objects.count() == 0
    assert bool(seeker.resume)
    assert ProfileReading.objects.get().text == ""


def test_proposals_are_accepted_and_declined_one_by_one(browser, seeker, run_tasks):
    review = give(browser, pdf(RESUME), "cv.pdf").url
    run_tasks()
    job, other = Proposal.objects.filter(target="employment")
    assert browser.post(f"/me/profile/fill/proposal/{job.uid}/", {"do": "accept"}).url == review
    assert browser.post(f"/me/profile/fill/proposal/{other.uid}/", {"do": "decline"}).url == review
    assert browser.post(f"/me/profile/fill/proposal/{other.uid}/", {"do": "accept"}).status_code == 409
    assert browser.post(f"/me/profile/fill/proposal/{other.uid}/", {"do": "eat"}).status_code == 422
    row = EmploymentDetail.objects.get()
    assert (row.title, row.start_month, row.start_year, row.is_current) == ("Senior Engineer", 1, 2022, True)
    skills = Proposal.objects.get(target="skills")
    browser.post(f"/me/profile/fill/proposal/{skills.uid}/", {"do": "accept"})
    phone = Proposal.objects.get(target="phone")
    browser.post(f"/me/profile/fill/proposal/{phone.uid}/", {"do": "accept"})
    seeker.refresh_from_db()
    assert (seeker.key_skills[0], "Django" in seeker.key_skills) == ("python", True)
    assert (seeker.whole_phone, seeker.summary, seeker.first_name) == ("+919876543210", "Mine.", "Asha")


def test_what_is_there_already_is_not_proposed_again(browser, seeker, run_tasks):
    EmploymentDetailFactory(job_seeker=seeker, title="senior engineer", start_year=2022, start_month=1)
    for _time in range(2):
        give(browser, pdf(RESUME), "cv.pdf")
        run_tasks()
    assert [row["title"] for row in proposed(seeker)["employment"]] == ["Engineer", "Engineer"]


def test_a_proposal_that_lacks_something_is_opened_for_correcting_and_nothing_is_lost(browser, seeker):
    resume = {"work": [{"name": "Acme", "position": "Engineer", "startDate": "2019", "endDate": "2021-03"}]}
    review = give(browser, json.dumps(resume).encode(), "me.json").url
    proposal = Proposal.objects.get()
    answer = browser.post(f"/me/profile/fill/proposal/{proposal.uid}/", {"do": "accept"})
    assert answer.url == f"/me/profile/list/employment/?proposal={proposal.uid}#employment"
    form = browser.get(answer.url).context["form"]
    assert (list(form.errors), form["title"].value(), form["end_month"].value()) == (
        ["start_month"],
        "Engineer",
        "3",
    )
    url = answer.url.partition("#")[0]
    assert browser.post(url, {**form.data, "start_month": "40"}).status_code == 422
    assert browser.post(url, {**form.data, "start_month": "4"}).url == review
    assert EmploymentDetail.objects.get().start_month == 4
    proposal.refresh_from_db()
    assert proposal.status == "accepted"


def test_a_number_without_its_country_is_opened_for_correcting(browser, seeker):
    give(browser, json.dumps({"basics": {"phone": "(912) 555-4321"}}).encode(), "me.json")
    proposal = Proposal.objects.get()
    url = browser.post(f"/me/profile/fill/proposal/{proposal.uid}/", {"do": "accept"}).url.partition("#")[0]
    form = browser.get(url).context["form"]
    assert (list(form.errors), form["phone"].value()) == (["phone"], "(912) 555-4321")
    browser.post(url, {"phone_country_code": "+1", "phone": "(912) 555-4321"})
    seeker.refresh_from_db()
    assert (seeker.whole_phone, Proposal.objects.get().status) == ("+19125554321", "accepted")


def test_anothers_file_and_proposal_are_not_there(browser):
    reading = ProfileReading.objects.create(
        job_seeker=JobSeekerFactory(), source="json_resume", file_name="x"
    )
    proposal = Proposal.objects.create(reading=reading, target="employment", values={"title": "Secret"})
    assert browser.get(f"/me/profile/fill/{reading.uid}/").status_code == 404
    assert browser.post(f"/me/profile/fill/proposal/{proposal.uid}/", {"do": "accept"}).status_code == 404
    page = browser.get(f"/me/profile/list/employment/?proposal={proposal.uid}").content.decode()
    assert "Secret" not in page
    assert browser.get("/me/profile/list/employment/?proposal=%00").status_code == 200


def test_an_engine_that_fails_is_said_and_asked_again(browser, seeker, run_tasks, settings):
    settings.LLM_ENGINE, settings.OPENAI_API_KEY = "openai", "key"
    settings.OPENAI_BASE_URL, settings.OPENAI_TIMEOUT_SECONDS = "http://127.0.0.1:9/v1", 1
    review = give(browser, pdf(RESUME), "cv.pdf").url
    run_tasks()
    assert "could not be read just now" in browser.get(review).content.decode()
    assert ProviderCall.objects.get().ok is False
    settings.LLM_ENGINE = "offline"
    assert browser.post(review).url == review
    run_tasks()
    assert ProfileReading.objects.get().status == "read"
    assert len(proposed(seeker)["employment"]) == 2


def test_a_second_run_of_the_task_proposes_nothing_twice(browser, seeker, run_tasks):
    give(browser, pdf(RESUME), "cv.pdf")
    run_tasks()
    number = Proposal.objects.count()
    tasks.read_profile_resume(ProfileReading.objects.get().pk)
    tasks.read_profile_resume(10**9)
    assert (Proposal.objects.count(), number > 4) == (number, True)


@pytest.mark.parametrize(
    ("data", "status", "said"),
    [
        (b'{"work": [{"startDate": "2013/12"}]}', 422, "work/0/startDate"),
        (b'{"basics": {"email": 7}}', 422, "basics/email"),
        (b"[]", 422, "“/”"),
        (b"{", 422, "This is not a JSON file."),
        (b"[" * 100_000, 422, "This is not a JSON file."),
        (b'{"a": "' + b"x" * 1_100_000 + b'"}', 413, "The file may have 1 MB at most."),
        (b"hello", 415, "neither a PDF nor a Word document"),
    ],
)
def test_a_file_that_is_neither_is_refused_beside_its_field(browser, data, status, said):
    answer = give(browser, data, "me.json")
    errors = answer.context["form"].errors["file"]
    assert (answer.status_code, len(errors), said in errors[0]) == (status, 1, True)
    assert ProfileReading.objects.count() == 0


def test_values_of_a_hostile_file_are_text(browser):
    evil = "<script>alert(1)</script>"
    hostile = {
        "basics": {"name": evil, "summary": evil},
        "work": [{"name": evil, "position": evil, "url": "javascript:alert(1)", "startDate": "2020-13"}],
        "certificates": [{"name": evil, "date": "2020-99-99"}],
        "skills": [{"name": evil, "keywords": [evil]}],
    }
    data = json.dumps(hostile).replace("2020-99-99", "2020-19-39").encode()
    page = browser.get(give(browser, data, "me.json").url).content.decode()
    assert ("&lt;script&gt;alert" in page, "<script>alert" in page, "javascript:" in page) == (
        True,
        False,
        False,
    )


@pytest.mark.parametrize("number", [1, 3])
def test_a_review_takes_as_many_queries_whatever_is_proposed(
    browser, seeker, number, django_assert_num_queries
):
    reading = ProfileReading.objects.create(
        job_seeker=seeker, source="json_resume", status="read", file_name="x"
    )
    for key in [*SECTIONS] * number:
        Proposal.objects.create(reading=reading, target=key, values={})
    with django_assert_num_queries(5):  # session, user, job seeker, reading, proposals
        browser.get(f"/me/profile/fill/{reading.uid}/")
    assert JobSeeker.objects.count() == 1
