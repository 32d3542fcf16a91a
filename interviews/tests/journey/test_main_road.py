"""From a recruiter who registers to a report with evidence: the whole product, in real Chromium."""

from __future__ import annotations

import shutil
import subprocess

import pytest
from playwright.sync_api import expect

from interviewer.web.tests.browser import axe
from interviews.tests.conversations import has_ffmpeg
from interviews.tests.journey.applying import BETTER, VAGUE, Applicant
from interviews.tests.journey.recruiting import OWN_QUESTION, Recruiter

pytestmark = [
    pytest.mark.browser,
    pytest.mark.box,
    pytest.mark.slow,
    pytest.mark.skipif(not has_ffmpeg(), reason="ffmpeg is not installed here"),
]
# What Chromium itself styles while typing over a selection in the editor is refused by the page's policy.
BROWSER_STYLE = "Applying inline style violates"


def read_the_report(recruiter: Recruiter) -> None:
    """Every page of one interview; then the decision."""
    page = recruiter.page
    recruiter.opens_the_report_of("Asha Rao")
    recruiter.waits_for_the_report()
    expect(page.get_by_text("offline engine").first).to_be_visible()
    quotes = [" ".join(text.split()).strip("“”\"' ") for text in page.locator(".quote > p").all_inner_texts()]
    assert quotes, "no evidence"
    said = f"{VAGUE} {BETTER}"
    assert all(quote.rstrip("….") in said for quote in quotes), quotes
    recruiter.check(page)
    for tab, text in (
        ("Conversation", OWN_QUESTION),
        ("Quiz", "Which statement changes rows?"),
        ("Code", "Hidden 1"),
        ("Résumé and match", "django"),
        ("Timeline", "Coding"),
    ):
        page.get_by_role("navigation", name="Interview").get_by_role("link", name=tab).click()
        expect(page.locator("#main").get_by_text(text).first).to_be_visible()
        recruiter.check(page)


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_a_recruiter_and_a_candidate_from_registration_to_report(
    product, new_page, console, tmp_path, database
):
    console.expect(BROWSER_STYLE)
    console.expect("status of 422")
    running = product(database, DEBUG=False, SPEECH_ENGINE="none")
    check = axe if database == "sqlite" else lambda _page: None
    recruiter = Recruiter(running, new_page(), check)
    recruiter.prepares_everything()
    recruiter.invites("Asha Rao <Asha@Example.com>", "not an address")
    applicant = Applicant(running, new_page(), tmp_path, check)
    applicant.opens(applicant.invited_link())
    applicant.takes_the_interview()
    read_the_report(recruiter)
    report = recruiter.downloads_the_report().path()
    if shutil.which("pdftotext"):
        text = subprocess.run(["pdftotext", report, "-"], capture_output=True, text=True, check=True).stdout
        assert all(part in text for part in ("Asha Rao", "overall", "System design", "Backend engineer"))
    recruiter.page.get_by_role("combobox", name="Decision").select_option("shortlisted")
    recruiter.page.get_by_role("button", name="Save decision").click()
    expect(recruiter.page.get_by_role("main").get_by_text("shortlisted").first).to_be_visible()
