"""The blocks of a profile, its two files, completion, and what recruiters are shown."""

from __future__ import annotations

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from interviewer.integrations.documents.reading import MESSAGES
from interviewer.integrations.documents.tests.test_resume_documents import pdf, rewritten, word
from locations.tests.factories import CityFactory
from seekers import completion
from seekers.models import AgreementRecord, JobSeeker
from seekers.tests.factories import JobSeekerFactory, ProjectFactory
from seekers.tests.profiles import full_profile

pytestmark = pytest.mark.django_db

ABOUT = {
    "first_name": "Asha",
    "last_name": "Rao",
    "gender": "",
    "birth_on": "",
    "current_city": "",
    "home_city": "",
    "years_of_experience": "",
}
BLOCKS = {
    "about": ABOUT,
    "phone": {"phone_country_code": "+91", "phone": "98765 43210"},
    "summary": {"summary": "I build things."},
    "skills": {"key_skills": "python, Django ,python"},
    "languages": {"languages": "English, Hindi (native)"},
    "preferences": {"wants_jobs": "on", "min_months": "", "preferred_place": "Pune"},
    "awards": {"awards": "Best in show"},
    "sharing": {"shows_score": "on", "wants_updates": ""},
}


@pytest.fixture
def seeker():
    return JobSeekerFactory(first_name="Old", key_skills=[])


@pytest.fixture
def browser(client, seeker):
    client.force_login(seeker.user)
    return client


@pytest.mark.parametrize("key", BLOCKS)
def test_a_block_is_edited_in_its_place(browser, key):
    url = f"/me/profile/part/{key}/"
    assert browser.get(url).context["at"] == key
    answer = browser.post(url, BLOCKS[key])
    assert (answer.status_code, answer.url) == (302, f"/me/profile/#{key}")


def test_lists_are_kept_once_each_in_their_order(browser, seeker):
    browser.post("/me/profile/part/skills/", BLOCKS["skills"])
    seeker.refresh_from_db()
    assert seeker.key_skills == ["python", "Django"]


@pytest.mark.parametrize(
    ("key", "change", "field"),
    [
        ("about", {"first_name": ""}, "first_name"),
        ("about", {"birth_on": "2026-02-30"}, "birth_on"),
        ("about", {"birth_on": "2025-01-01"}, "birth_on"),
        ("about", {"birth_on": "1815-12-10"}, "birth_on"),
        ("about", {"years_of_experience": "-1"}, "years_of_experience"),
        ("about", {"years_of_experience": "NaN"}, "years_of_experience"),
        ("about", {"gender": "robot"}, "gender"),
        ("about", {"current_city": "Atlantis"}, "current_city"),
        ("summary", {"summary": "x" * 2_000_000}, "summary"),
        ("phone", {"phone": "12"}, "phone"),
        ("phone", {"phone": "call me"}, "phone"),
        ("phone", {"phone_country_code": "+999"}, "phone_country_code"),
        ("skills", {"key_skills": "x" * 61}, "key_skills"),
        ("preferences", {"min_months": "40000000"}, "min_months"),
    ],
)
def test_bad_input_is_said_beside_its_field_and_the_rest_stays(browser, seeker, key, change, field):
    answer = browser.post(f"/me/profile/part/{key}/", BLOCKS[key] | change)
    form = answer.context["form"]
    assert (answer.status_code, list(form.errors)) == (422, [field])
    assert {name: form[name].value() for name in change} == change
    seeker.refresh_from_db()
    assert seeker.first_name == "Old"


def test_cities_are_known_places(browser, seeker):
    city = CityFactory()
    browser.post("/me/profile/part/about/", ABOUT | {"current_city": city.label})
    seeker.refresh_from_db()
    assert (seeker.current_city, seeker.home_city) == (city, None)
    assert city.label in browser.get("/me/profile/").content.decode()


def test_text_beyond_reading_is_refused_kindly(browser, seeker):
    answer = browser.post("/me/profile/part/summary/", {"summary": "x" * 6_000_000})
    assert answer.status_code == 413
    seeker.refresh_from_db()
    assert seeker.summary == ""


@pytest.mark.parametrize(
    ("code", "typed", "kept"),
    [
        ("+91", "98765 43210", ("+91", "9876543210")),
        ("+91", "+49 30 123456", ("+49", "30123456")),
        ("+1", "(415) 555-2671", ("+1", "4155552671")),
        ("+55", "11 96123-4567", ("+55", "11961234567")),
        ("+39", "06 1234 5678", ("+39", "0612345678")),
        ("+91", "९८७६५४३२१०", ("+91", "9876543210")),
        ("+91", "", ("", "")),
    ],
)
def test_numbers_of_any_country_are_kept_in_one_form(browser, seeker, code, typed, kept):
    answer = browser.post("/me/profile/part/phone/", {"phone_country_code": code, "phone": typed})
    seeker.refresh_from_db()
    assert (answer.status_code, (seeker.phone_country_code, seeker.phone)) == (302, kept)


def test_a_new_number_is_unproven_and_the_same_stays_proven(browser, seeker):
    JobSeeker.objects.filter(pk=seeker.pk).update(
        phone_country_code="+91", phone="9876543210", phone_verified_at="2026-01-01T00:00Z"
    )
    browser.post("/me/profile/part/phone/", BLOCKS["phone"])
    seeker.refresh_from_db()
    assert seeker.phone_verified_at is not None
    browser.post("/me/profile/part/phone/", BLOCKS["phone"] | {"phone": "98765 43211"})
    seeker.refresh_from_db()
    assert seeker.phone_verified_at is None


def test_what_may_be_shared_is_written_into_a_history(browser, seeker):
    for values in ({"shows_score": "on"}, {"shows_score": "on"}, {"wants_updates": "on"}):
        browser.post("/me/profile/part/sharing/", values)
    history = AgreementRecord.objects.order_by("pk").values_list("kind", "is_given")
    assert list(history) == [("score", True), ("updates", True), ("score", False)]


def picture(kind: str = "JPEG", size: tuple[int, int] = (1200, 900), **more: object) -> bytes:
    data = io.BytesIO()
    Image.new("RGB", size, "teal").save(data, kind, **more)
    return data.getvalue()


def upload(browser, field: str, data: bytes, name: str = "me.jpg", **extra):
    return browser.post(f"/me/profile/{field}/", {field: SimpleUploadedFile(name, data)}, **extra)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photo_is_drawn_anew_small_and_without_what_the_camera_wrote(browser, seeker, kind):
    exif = Image.Exif()
    exif[0x010E] = "taken at 12.97 N 77.59 E"
    assert upload(browser, "photo", picture(kind, exif=exif)).status_code == 302
    answer = browser.get("/me/profile/photo/file/")
    data = b"".join(answer.streaming_content)
    kept = Image.open(io.BytesIO(data))
    assert (kept.format, kept.size, b"77.59" in data) == ("JPEG", (800, 600), False)
    assert answer["Content-Type"] == "image/jpeg"
    browser.post("/me/profile/photo/", {"do": "remove"})
    assert browser.get("/me/profile/photo/file/").status_code == 404


@pytest.mark.parametrize(
    ("data", "status"),
    [
        (b"", 422),
        (b"MZ not a picture", 422),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", 422),
        (picture()[:600], 422),
        (picture("PNG", (8000, 6000)), 422),
        (picture() + b"0" * 5 * 1024 * 1024, 422),
    ],
    ids=["empty", "program", "svg", "cut off", "48 million pixels", "too many bytes"],
)
def test_a_photo_that_is_none_is_refused_beside_its_field(browser, seeker, data, status):
    answer = upload(browser, "photo", data)
    assert (answer.status_code, list(answer.context["form"].errors)) == (status, ["photo"])
    seeker.refresh_from_db()
    assert not seeker.photo


@pytest.mark.parametrize("field", ["photo", "resume"])
def test_two_hundred_megabytes_are_refused_unread_beside_the_field(browser, field):
    answer = upload(browser, field, b"x", CONTENT_LENGTH=200 * 1024 * 1024)
    form = answer.context["form"]
    assert (answer.status_code, list(form.errors), len(form.errors[field])) == (413, [field], 1)


def test_a_resume_is_kept_under_a_name_of_ours(browser, seeker):
    assert upload(browser, "resume", pdf(), "../../<b>my cv</b>.pdf").status_code == 302
    seeker.refresh_from_db()
    assert (seeker.resume.name.startswith("seekers/resumes/"), "cv" in seeker.resume.name) == (True, False)
    answer = browser.get("/me/profile/resume/file/")
    assert b"".join(answer.streaming_content) == pdf()
    assert "attachment" in answer["Content-Disposition"]


@pytest.mark.parametrize(
    ("data", "status", "code"),
    [
        (b"Asha Rao, engineer", 415, "wrong_type"),
        (b"%PDF-1.7 and nothing more", 422, "corrupt"),
        (b"%PDF-1.4" + b"0" * 5 * 1024 * 1024, 413, "too_large"),
    ],
)
def test_a_resume_that_cannot_be_read_is_refused_beside_its_field(browser, seeker, data, status, code):
    answer = upload(browser, "resume", data, "cv.pdf")
    errors = answer.context["form"].errors
    assert (answer.status_code, errors["resume"]) == (status, [str(MESSAGES[code])])
    seeker.refresh_from_db()
    assert not seeker.resume


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (rewritten(word("Asha Rao"), **{"word/media/image1.bin": b"\x00" * 51_000_000}), "cv.docx"),
        (rewritten(word("Asha Rao"), **{"word/media/image1.bin": b"\x00" * 51_000_000}), "cv.pdf"),
    ],
)
def test_a_document_that_unpacks_to_gigabytes_is_refused(browser, seeker, data, name):
    answer = upload(browser, "resume", data, name)
    errors = answer.context["form"].errors
    assert (answer.status_code, errors["resume"]) == (413, [str(MESSAGES["too_large"])])
    seeker.refresh_from_db()
    assert not seeker.resume


def test_completion_counts_by_documented_weights(browser, seeker):
    assert sum(part.weight for part in completion.PARTS) == 100
    assert browser.get("/me/profile/").context["completion"].percent == 0
    ProjectFactory(job_seeker=seeker)
    browser.post("/me/profile/part/skills/", {"key_skills": "a1, b2, c3, d4, e5"})
    browser.post("/me/profile/part/summary/", BLOCKS["summary"])
    found = browser.get("/me/profile/").context["completion"]
    assert (found.percent, [part.key for part in found.missing]) == (
        45,
        ["education", "resume", "phone", "city", "years", "languages", "extras", "photo"],
    )
    assert completion.of(frozenset(part.key for part in completion.PARTS)).missing == ()


def test_recruiters_are_shown_neither_gender_nor_birth_nor_photo(client):
    seeker = full_profile(gender="female", birth_on="1999-05-17", edudiagno_score="71.5")
    client.force_login(seeker.user)
    page = client.get("/me/profile/preview/").content.decode()
    assert [word for word in ("female", "1999", '<img class="photo', "72%") if word in page] == []
    assert "I build things." in page
