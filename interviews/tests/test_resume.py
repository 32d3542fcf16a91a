"""The résumé stage: every bad file gets its reason, what was there stays, and typing is always a way."""

from __future__ import annotations

import errno
import io
from decimal import Decimal

import pytest
from django.core.files.storage import InMemoryStorage, storages
from django.core.files.uploadedfile import SimpleUploadedFile
from pypdf import PdfReader, PdfWriter

from companies.tests.factories import AiInterviewedJobFactory
from interviewer.integrations.documents.reading import MAX_BYTES
from interviewer.integrations.documents.tests.test_resume_documents import pdf, rewritten, word
from interviews.enums import Stage
from interviews.tests.arrivals import Browser, link, stage_of, walk_in
from interviews.tests.factories import InterviewFactory

pytestmark = pytest.mark.django_db

GO_ON, UPLOAD = "This is right: go on", "Upload and read"
BODY = """<h1>Asha Rao</h1><p>asha@example.com, +91 98765 43210, Kochi</p>
<h2>Skills</h2><p>Python, Django, SQL</p><h2>Experience</h2><p>Backend engineer, 2021 to 2026.</p>"""
TYPED = {"first_name": "Asha", "email": "asha@example.com"}


def written(writer: PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def locked() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf())))
    writer.encrypt("secret", algorithm="RC4-128")
    return written(writer)


def scanned() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    return written(writer)


@pytest.fixture
def interview():
    return walk_in(AiInterviewedJobFactory(has_match=False), at=Stage.RESUME)


@pytest.fixture
def browser(interview):
    return Browser().opens(link(interview))


def sends(browser: Browser, data: bytes, name: str = "asha.pdf") -> Browser:
    if "resume/" in browser.at and UPLOAD not in browser.text:
        browser.opens(f"{browser.at.partition('?')[0]}?file=1")
    return browser.presses(UPLOAD, resume=SimpleUploadedFile(name, data))


@pytest.mark.parametrize(
    ("make", "name"), [(lambda: pdf(BODY), "cv.pdf"), (lambda: word("Asha Rao, engineer"), "cv")]
)
def test_a_resume_is_read_into_the_form_and_the_candidate_corrects_it(
    browser, interview, run_tasks, make, name
):
    sends(browser, make(), name)
    assert f"“{name}” has arrived and is stored." in browser.text
    run_tasks()
    browser.opens(link(interview))
    assert "Is this right?" in browser.text
    browser.presses(GO_ON, first_name="Usha", email="usha@example.com")
    interview.refresh_from_db()
    assert (interview.first_name, interview.resume_name) == ("Usha", name)
    assert browser.at == link(interview, "email/")


BAD = [
    pytest.param(lambda: b"Just some text, no document.", 415, "neither a PDF nor a Word document", id="text"),
    pytest.param(lambda: b"MZ\x90\x00" + b"\0" * 99, 415, "neither a PDF nor a Word document", id="program"),
    pytest.param(lambda: b"\xff\xd8\xff\xe0" * 50, 415, "neither a PDF nor a Word document", id="picture"),
    pytest.param(lambda: b"%PDF-1.7" + b"0" * MAX_BYTES, 413, "The file is too large: at most 5 MB", id="5 MB"),
    pytest.param(lambda: b"", 422, "The file is empty.", id="empty"),
    pytest.param(lambda: b"\0" * 100, 422, "The file is empty.", id="zeros"),
    pytest.param(locked, 422, "The file is protected by a password.", id="password"),
    pytest.param(lambda: b"%PDF-1.7\nnonsense", 422, "The file is damaged", id="corrupt PDF"),
    pytest.param(lambda: pdf()[:900], 422, "The file is damaged", id="cut PDF"),
    pytest.param(lambda: b"PK\x03\x04 nonsense", 422, "The file is damaged", id="corrupt zip"),
    pytest.param(
        lambda: rewritten(word("Asha"), **{"word/document.xml": b"<w:document"}),
        422, "The file is damaged", id="corrupt Word",
    ),
    pytest.param(
        lambda: rewritten(word("Asha"), **{"word/media/i.bin": b"\0" * 51_000_000}),
        413, "The file is too large", id="zip bomb",
    ),
    pytest.param(scanned, 422, "The file has no text in it, as if it were scanned.", id="scan"),
]  # fmt: skip


@pytest.mark.parametrize(("make", "status", "reason"), BAD)
def test_a_bad_file_gets_its_reason_beside_the_field_and_typing_is_offered(
    browser, interview, make, status, reason
):
    sends(browser, make())
    assert browser.page.status_code == status
    assert reason in browser.text.partition('class="errorlist"')[2]
    assert stage_of(interview) == Stage.RESUME
    browser.presses("Type my details").presses(GO_ON, **TYPED)
    assert browser.at == link(interview, "email/")


def test_a_bad_file_leaves_the_one_before_and_the_form_in_place(browser, interview, run_tasks):
    sends(browser, pdf(BODY))
    run_tasks()
    interview.refresh_from_db()
    kept = interview.resume.name
    sends(browser.opens(link(interview)), b"no document")
    interview.refresh_from_db()
    assert (browser.page.status_code, interview.resume.name, interview.first_name) == (415, kept, "Asha")
    assert 'value="Asha"' in browser.opens(link(interview)).text


def test_no_file_is_asked_for_one(browser):
    browser.presses(UPLOAD)
    assert (browser.page.status_code, "Choose a file first, or type" in browser.text) == (422, True)


def test_a_request_far_too_large_is_refused_unread(browser):
    length = {"CONTENT_LENGTH": str(26 * 1024 * 1024)}
    assert browser.client.post(browser.at, {"do": "upload"}, **length).status_code == 413


class FullDisk(InMemoryStorage):
    """A storage without room."""

    def _save(self, name: str, content: object) -> str:
        raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_is_told_and_what_was_there_is_kept(browser, interview, run_tasks, monkeypatch):
    sends(browser, pdf(BODY))
    run_tasks()
    interview.refresh_from_db()
    kept = interview.resume.name
    with monkeypatch.context() as patch:
        patch.setattr(type(interview)._meta.get_field("resume"), "storage", FullDisk())
        sends(browser.opens(link(interview)), pdf(BODY))
        assert browser.page.status_code == 507
        assert "The file could not be stored just now. Nothing else is lost" in browser.text
    interview.refresh_from_db()
    assert (interview.resume.name, interview.first_name) == (kept, "Asha")
    assert storages["default"].exists(kept) is True
    assert browser.opens(link(interview)).presses(GO_ON, **TYPED).at == link(interview, "email/")


def test_the_name_of_a_file_is_text_and_never_a_path(browser, interview):
    sends(browser, pdf(BODY), "../../etc/<b>passwd</b>.pdf")
    interview.refresh_from_db()
    assert interview.resume.name.startswith("interviews/resumes/")
    assert "passwd" not in interview.resume.name
    assert "<b>" not in browser.text


def test_what_the_candidate_typed_is_not_overwritten_by_a_later_file(browser, interview, run_tasks):
    browser.presses("Type my details").presses(GO_ON, **TYPED | {"first_name": "Usha"})
    interview.stage_attempts.filter(stage=Stage.RESUME).update(finished_at=None)
    sends(browser.opens(link(interview)), pdf(BODY))
    run_tasks()
    interview.refresh_from_db()
    assert (interview.first_name, interview.last_name) == ("Usha", "Rao")


def test_who_does_not_wait_for_the_reading_types(browser, interview, run_tasks):
    sends(browser, pdf(BODY))
    browser.presses("Type my details instead")
    run_tasks()
    interview.refresh_from_db()
    assert (interview.first_name, "Your details" in browser.text) == ("", True)


def typing(browser: Browser) -> Browser:
    return browser.presses("Type my details")


def test_an_address_is_kept_trimmed_and_in_lower_case(browser, interview):
    typing(browser).presses(GO_ON, first_name="Asha", email="  Asha.Rao@Example.COM ")
    interview.refresh_from_db()
    assert interview.email == "asha.rao@example.com"


def test_html_is_text_wherever_it_shows(browser, interview):
    html = "<script>alert(1)</script>"
    typing(browser).presses(GO_ON, **TYPED, last_name=html, education=html, skills=html, city=html)
    interview.refresh_from_db()
    assert (interview.last_name, interview.skills) == (html, [html])
    interview.stage_attempts.filter(stage=Stage.RESUME).update(finished_at=None)
    browser.opens(link(interview))
    assert (html in browser.text, "&lt;script&gt;alert(1)&lt;/script&gt;" in browser.text) == (False, True)


WRONG = [
    ("first_name", "A\0sha"), ("education", "B.Tech\0"), ("skills", "python\0"), ("email", "as\0ha@example.com"),
    ("first_name", ""), ("first_name", "A" * 101), ("email", ""), ("email", "asha"), ("email", "a@b@c.example"),
    ("education", "x" * 2_000_000), ("skills", "x" * 2_000_000), ("skills", ",".join(map(str, range(101)))),
    ("years_of_experience", "many"), ("years_of_experience", "NaN"), ("years_of_experience", "-1"),
    ("years_of_experience", "1e999999999"), ("years_of_experience", "9" * 10_000),
    ("linkedin_url", "javascript:alert(1)"), ("portfolio_url", "http://" + "x" * 300),
]  # fmt: skip


@pytest.mark.parametrize(("name", "value"), WRONG, ids=lambda value: value[:20])
def test_a_field_that_is_wrong_says_so_and_nothing_typed_is_lost(browser, interview, name, value):
    typing(browser).presses(GO_ON, **TYPED | {"city": "Kochi", "phone": "+91 98765", name: value})
    assert (browser.page.status_code, f'id="id_{name}_error"' in browser.text) == (422, True)
    assert ('value="Kochi"' in browser.text, 'value="+91 98765"' in browser.text) == (True, True)
    assert stage_of(interview) == Stage.RESUME
    interview.refresh_from_db()
    assert interview.city == ""
    browser.presses(GO_ON, **TYPED | {"years_of_experience": "4.5"} | dict.fromkeys({name} - {*TYPED, "years_of_experience"}, ""))  # fmt: skip
    interview.refresh_from_db()
    assert (interview.city, interview.years_of_experience) == ("Kochi", Decimal("4.5"))


def test_more_text_than_a_request_may_hold_is_refused_without_a_crash(browser, interview):
    answer = browser.client.post(browser.at, {"do": "profile", **TYPED, "education": "x" * 7_000_000})
    assert (answer.status_code, stage_of(interview)) == (413, Stage.RESUME)
    assert "That is too large" in answer.content.decode()


def test_an_invited_address_cannot_be_exchanged_by_sending_another(interview):
    invited = InterviewFactory(job=interview.job, at=Stage.RESUME, email="asha@example.com")
    sent = {"do": "profile", "first_name": "Mallory", "email": "mallory@example.com"}
    Browser().client.post(link(invited, "resume/"), sent)
    invited.refresh_from_db()
    assert (invited.first_name, invited.email) == ("Mallory", "asha@example.com")
