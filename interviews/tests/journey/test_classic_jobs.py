"""The short way of a classic job in a browser: posted, applied to, shortlisted with an e-mail, into an AI interview."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from interviewer.accounts.tests.factories import PASSWORD
from interviewer.web.tests.browser import axe

pytestmark = [pytest.mark.browser, pytest.mark.slow]
OWNER, SEEKER = "alice@lanternfreight.example", "nila@mail.example"
_PEOPLE = f"""
from companies.tests.factories import AiInterviewedJobFactory, CompanyFactory, MembershipFactory
from interviewer.accounts.tests.factories import UserFactory
from seekers.tests.factories import JobSeekerFactory
company = CompanyFactory(name="Lantern Freight")
MembershipFactory(company=company, user=UserFactory(email="{OWNER}", name="Alice Menon"))
AiInterviewedJobFactory(company=company, title="Store interview")
JobSeekerFactory(first_name="Nila", last_name="Iyer", user__email="{SEEKER}")
"""


def signs_in(page, url, email):
    page.goto(f"{url}/account/login/")
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    page.wait_for_url(lambda address: "/account/login/" not in address)


def test_from_posting_to_the_invitation(product, new_page, console):
    running = product(DEBUG=False, SPEECH_ENGINE="none")
    running.python(_PEOPLE)
    page = new_page()
    signs_in(page, running.url, OWNER)

    page.goto(f"{running.url}/workspace/jobs/classic/new/")
    page.get_by_label("Job title").fill("Stock clerk")
    page.get_by_label("Description").fill("You know where everything is.")
    page.get_by_role("button", name="Save draft").click()
    page.get_by_role("button", name="Post the job").click()
    expect(page.get_by_role("heading", name="The job is open")).to_be_visible()
    job = page.url.rstrip("/").rpartition("/")[2]

    seeker = new_page(phone=True)
    signs_in(seeker, running.url, SEEKER)
    seeker.goto(f"{running.url}/jobs/{job}/apply/")
    axe(seeker)
    seeker.get_by_role("button", name="Send my application").click()
    expect(seeker.get_by_role("heading", name="Stock clerk")).to_be_visible()
    axe(seeker)

    page.goto(f"{running.url}/workspace/applications/")
    page.get_by_role("checkbox", name="Choose Nila Iyer").check()
    axe(page)
    page.get_by_role("button", name="Next: the e-mail").click()
    expect(page.get_by_text("Hello Nila,")).to_have_count(1)
    axe(page)
    page.get_by_role("button", name="Move and send the e-mail").click()
    expect(page.get_by_text("1 application is shortlisted now.")).to_be_visible()
    assert "shortlist" in running.mail_to(SEEKER, subject="shortlist").text

    page.get_by_role("link", name="Nila Iyer").click()
    axe(page)
    page.get_by_role("button", name="Invite to the interview").click()
    expect(page.get_by_text("Invited to the interview.")).to_be_visible()
    assert "/i/" in running.mail_to(SEEKER, subject="interview").text
    seeker.goto(f"{running.url}/me/applications/")
    axe(seeker)
    expect(seeker.get_by_text("shortlisted")).to_be_visible()
    expect(seeker.get_by_role("link", name="Store interview")).to_be_visible()
