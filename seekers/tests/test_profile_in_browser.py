"""The short way of a profile in a browser: filled by a file, edited in its place by keyboard, seen and taken along."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from interviewer.accounts.tests.factories import PASSWORD
from interviewer.web.tests.browser import axe, no_sideways_scroll

pytestmark = [pytest.mark.browser, pytest.mark.slow]
SAMPLE = Path(__file__).parent / "data" / "sample.resume.json"
EMAIL = "nila@mail.example"
_PEOPLE = f"""
from seekers.tests.factories import JobSeekerFactory
JobSeekerFactory(first_name="Nila", last_name="Iyer", user__email="{EMAIL}", key_skills=[])
"""


def test_from_a_file_to_the_archive(product, new_page, console):
    console.expect(r"status of 422")
    running = product(DEBUG=False, SPEECH_ENGINE="none")
    running.python(_PEOPLE)
    page = new_page(phone=True)
    page.goto(f"{running.url}/account/login/")
    page.get_by_label("E-mail").fill(EMAIL)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/me/")
    axe(page)

    page.goto(f"{running.url}/me/profile/fill/")
    page.get_by_label("File", exact=True).set_input_files(SAMPLE)
    page.get_by_role("button", name="Read the file").click()
    page.get_by_role("button", name=re.compile(r"^Accept.*President$")).click()
    expect(page.get_by_text("accepted", exact=True)).to_be_visible()
    axe(page)
    no_sideways_scroll(page)

    page.goto(f"{running.url}/me/profile/")
    page.get_by_role("link", name="Add an exam").press("Enter")
    expect(page.get_by_label("Exam", exact=True)).to_be_focused()
    page.keyboard.type("GATE")
    page.keyboard.press("Enter")
    expect(page.locator("#exams [data-focus]")).to_be_focused()
    axe(page)
    page.get_by_label("Score", exact=True).fill("680")
    page.keyboard.press("Enter")
    expect(page.locator("#exams .entry__main")).to_have_text(["GATE"])
    expect(page.get_by_role("status").filter(has_text="Added.")).to_be_visible()
    axe(page)
    no_sideways_scroll(page)

    page.goto(f"{running.url}/me/profile/preview/")
    expect(page.get_by_text("Pied Piper", exact=True)).to_be_visible()
    page.goto(f"{running.url}/me/data/")
    page.get_by_role("button", name="All my data (ZIP)").click()
    link = page.get_by_role("link", name="All my data")
    expect(link).to_be_visible(timeout=30_000)
    with page.expect_download() as download:
        link.click()
    assert download.value.suggested_filename == "my-data.zip"
    axe(page)
