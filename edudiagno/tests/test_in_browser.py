"""The whole way of a test in a browser: staff write and publish it, a job seeker takes it and gets a certificate."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from interviewer.accounts.tests.factories import PASSWORD
from interviewer.web.tests.browser import axe, no_sideways_scroll

pytestmark = [pytest.mark.browser, pytest.mark.slow]
STAFF, SEEKER = "sam@platform.example", "nila@mail.example"
_PEOPLE = f"""
from interviewer.accounts.tests.factories import StaffFactory
from seekers.tests.factories import JobSeekerFactory
StaffFactory(email="{STAFF}", name="Sam Staff")
JobSeekerFactory(first_name="Nila", last_name="Iyer", user__email="{SEEKER}")
"""
QUESTIONS = (
    "question,right,option_1,option_2,explanation\n"
    "What is 2 + 2?,1,four,five,Count.\n"
    "What is 3 + 3?,2,five,six,Count on.\n"
)


def signs_in(page, url, email):
    page.goto(f"{url}/account/login/")
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    page.wait_for_url(lambda address: "/account/login/" not in address)


def writes_and_publishes(page, url):
    page.goto(f"{url}/admin/edudiagno/edudiagnotest/add/")
    page.locator("#id_title").fill("Sums")
    page.locator("#id_slug").fill("sums")
    page.locator("#id_field").fill("Arithmetic")
    page.get_by_role("button", name="Save and continue editing").click()
    page.get_by_role("link", name="Import questions").click()
    file = {"name": "sums.csv", "mimeType": "text/csv", "buffer": QUESTIONS.encode()}
    page.locator("#id_file").set_input_files(file)
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_text("2 questions were found.")).to_be_visible()
    page.locator("#id_file").set_input_files(file)
    page.locator("#id_is_dry").uncheck()
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_text("nothing: ready")).to_be_visible()
    page.goto(f"{url}/admin/edudiagno/edudiagnotest/")
    page.locator("input.action-select").check()
    page.locator("select[name=action]").select_option("publish")
    page.get_by_role("button", name=re.compile("^(Go|Run)$")).first.click()
    expect(page.get_by_text("Sums: published.")).to_be_visible()


def takes(page, url):
    page.goto(f"{url}/tests/")
    axe(page)
    no_sideways_scroll(page)
    page.get_by_role("link", name="Sums").click()
    axe(page)
    page.get_by_role("button", name="Start the clock and the test").click()
    expect(page.get_by_role("heading", name="Sums")).to_be_visible()
    axe(page)
    page.get_by_role("link", name=re.compile("Open.*quiz")).click()
    for _question in range(2):
        is_first = page.get_by_text("What is 2 + 2?").count()
        page.get_by_label("four" if is_first else "six").check()
        page.get_by_role("button", name=re.compile("^(Next|To the overview)$")).click()
    expect(page.get_by_text("2 of 2 questions are answered.")).to_be_visible()
    page.get_by_role("link", name="Overview of the test").click()
    page.get_by_role("button", name="Yes, hand the test in").click()
    expect(page.get_by_role("heading", name="Passed")).to_be_visible(timeout=30_000)
    axe(page)
    no_sideways_scroll(page)


def test_from_writing_a_test_to_the_certificate(product, new_page, console):
    running = product(DEBUG=False, SPEECH_ENGINE="none")
    running.python(_PEOPLE)
    console.expect("favicon.ico")  # the admin's pages name no icon
    staff = new_page()
    signs_in(staff, running.url, STAFF)
    writes_and_publishes(staff, running.url)

    seeker = new_page(phone=True)
    signs_in(seeker, running.url, SEEKER)
    takes(seeker, running.url)
    link = seeker.get_by_role("link", name="Certificate as PDF")
    for _look in range(20):
        if link.count():
            break
        seeker.wait_for_timeout(500)
        seeker.reload()
    with seeker.expect_download() as download:
        link.click()
    assert download.value.path().read_bytes().startswith(b"%PDF")

    anybody = new_page()
    anybody.goto(f"{running.url}{seeker.get_by_role('link', name='/verify/').inner_text()}")
    expect(anybody.get_by_text("This certificate is genuine")).to_be_visible()
    axe(anybody)
