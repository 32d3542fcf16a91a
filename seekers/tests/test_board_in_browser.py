"""The job board in real Chromium: a search with a slip, a filter, a job, saved; on a wide page and on a phone."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import expect

from interviewer.web.tests.browser import axe, no_sideways_scroll
from interviewer.web.tests.product import Product

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SCENE = """
import json
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from companies.tests.factories import on_board
from seekers.tests.factories import JobSeekerFactory
for number in range(22):
    on_board(title=f"Potter {number}", work_mode="on_site" if number % 2 else "hybrid", location="Jaipur", skills=["clay"])
on_board(title="Python developer", work_mode="remote", location="Pune", skills=["django"], max_salary=90_000)
on_board(title="Python teacher", work_mode="on_site", location="Surat", skills=["school"])
user = JobSeekerFactory().user
session = SessionStore()
session[SESSION_KEY], session[HASH_SESSION_KEY] = str(user.pk), user.get_session_auth_hash()
session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
session.create()
print(json.dumps({"session": session.session_key}))
"""


def titles(page) -> list[str]:
    """The jobs that are listed."""
    return page.locator(".job h2").all_inner_texts()


def test_a_job_is_found_in_spite_of_a_slip_narrowed_read_and_saved(product, page, phone):
    product: Product = product()
    seat = json.loads(product.python(SCENE).strip().splitlines()[-1])
    for one in (page, phone):
        one.context.add_cookies([{"name": "sessionid", "value": seat["session"], "url": product.url}])

    page.goto(f"{product.url}/")
    page.get_by_role("link", name="Find a job").click()
    page.get_by_role("searchbox").fill("pyhton")
    page.keyboard.press("Enter")
    expect(page.get_by_text("These have “python”")).to_be_visible()
    assert sorted(titles(page)) == ["Python developer", "Python teacher"]
    page.get_by_label(re.compile("^Remote")).check()
    page.get_by_role("button", name="Show jobs").click()
    expect(page.locator("#board-found")).to_have_text("1 job")
    axe(page)
    page.get_by_role("link", name="Python developer").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Python developer")
    page.get_by_role("button", name="Save job").click()
    expect(page.get_by_role("button", name="Saved")).to_be_visible()
    axe(page)

    phone.goto(f"{product.url}/me/jobs/")
    assert titles(phone) == ["Python developer"]
    axe(phone)
    phone.goto(f"{product.url}/jobs/")
    assert len(titles(phone)) == 20
    expect(phone.get_by_label(re.compile("^Hybrid"))).to_be_hidden()
    phone.get_by_text("Filters", exact=True).click()
    phone.get_by_label(re.compile("^Hybrid")).check()
    phone.get_by_role("button", name="Show jobs").click()
    expect(phone.locator("#board-found")).to_have_text("11 jobs")
    no_sideways_scroll(phone)
    phone.get_by_role("link", name="Remove Hybrid").click()
    phone.get_by_role("link", name="More jobs").click()
    assert len(titles(phone)) == 4
