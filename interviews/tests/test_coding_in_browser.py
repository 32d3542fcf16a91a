"""The coding room in real Chromium with the real judge: typed, run, submitted, and kept when the network is away."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import expect

from interviewer.web.tests.browser import axe, no_sideways_scroll
from interviewer.web.tests.product import Product

pytestmark = [pytest.mark.browser, pytest.mark.box, pytest.mark.slow]

SEAT = """
import json
from django.contrib.sessions.backends.db import SessionStore
from assessments.tests.factories import DSAQuestionFactory
from interviews.access import seat_key
from interviews.enums import Stage
from interviews.tests.conversations import sitting
from interviews.consents import VERSION
from interviews.tests.factories import ConsentFactory
interview = sitting(at=Stage.CODING, has_coding=True, coding_minutes=30)
ConsentFactory(interview=interview, text_version=VERSION)
for number in range(2):
    DSAQuestionFactory(job=interview.job, title=f"Sum {number + 1}", order=number)
session = SessionStore()
session[seat_key(interview)] = interview.email
session.create()
from companies.tests.factories import MembershipFactory
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
member = MembershipFactory(company=interview.job.company).user
recruiter = SessionStore()
recruiter[SESSION_KEY], recruiter[HASH_SESSION_KEY] = str(member.pk), member.get_session_auth_hash()
recruiter[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
recruiter.create()
print(json.dumps({"token": interview.link_token, "session": session.session_key, "recruiter": recruiter.session_key,
                  "uid": str(interview.uid), "job": str(interview.job.uid)}))
"""
PROGRAM = "print(sum(map(int, input().split())))\n"
# What Chromium itself styles while typing over a selection is refused by the page's policy, and redrawn.
BROWSER_STYLE = "Applying inline style violates"


def open_room(product: Product, page) -> str:
    """Sit down in the coding room of a new interview; returns its address."""
    seat = json.loads(product.python(SEAT).strip().splitlines()[-1])
    page.context.add_cookies([{"name": "sessionid", "value": seat["session"], "url": product.url}])
    url = f"{product.url}/i/{seat['token']}/coding/"
    page.goto(url)
    return url


def write(page, code: str) -> None:
    """Type a program over what is in the editor."""
    page.locator(".cm-content").click()
    page.keyboard.press("Control+A")
    page.keyboard.insert_text(code)


def test_a_program_is_run_submitted_and_accepted(product, page, console):
    console.expect(BROWSER_STYLE)
    started = product(DEBUG=False)
    open_room(started, page)
    write(page, "print(1)\n")
    page.keyboard.press("Control+Enter")
    result = page.locator("#result")
    expect(result.get_by_text("0 of 1 cases passed")).to_be_visible()
    expect(result.get_by_text("Hidden")).to_have_count(0)
    write(page, PROGRAM)
    page.get_by_role("button", name="Submit").click()
    expect(result.get_by_text("3 of 3 cases passed")).to_be_visible()
    expect(page.locator("#problems")).to_contain_text("all cases passed")
    expect(page.locator("#save-state")).to_contain_text("Saved")
    axe(page)
    page.get_by_role("link", name="Overview and handing in").click()
    expect(page.get_by_text("nothing written")).to_be_visible()
    axe(page)
    page.get_by_role("button", name="Yes, hand it in").click()
    expect(page).to_have_url(re.compile("/devices/$"))


def test_what_was_typed_without_a_network_is_sent_when_it_is_back(product, page, console):
    console.expect(BROWSER_STYLE)
    console.expect("ERR_INTERNET_DISCONNECTED")
    started = product(DEBUG=False)
    url = open_room(started, page)
    page.locator(".cm-content").wait_for()
    page.context.set_offline(True)
    write(page, "first = 1\n")
    expect(page.locator("#save-state")).to_contain_text("kept here")
    page.get_by_role("button", name="Submit").click()
    expect(page.get_by_role("alert")).to_contain_text("Your code is kept here")
    page.context.set_offline(False)
    expect(page.locator("#save-state")).to_contain_text("Saved")
    page.goto(f"{url}?language=cpp")
    expect(page.locator("#language")).to_have_value("cpp")
    page.locator("#language").select_option("python")
    expect(page.locator(".cm-content")).to_contain_text("first = 1")


def test_the_room_on_a_phone_with_the_plain_field(product, phone):
    open_room(product(DEBUG=False), phone)
    phone.get_by_label("Plain text field").check()
    phone.get_by_role("textbox", name="Your program").fill(PROGRAM)
    phone.get_by_role("button", name="Run samples").click()
    expect(phone.locator("#result").get_by_text("1 of 1 cases passed")).to_be_visible()
    no_sideways_scroll(phone)
    axe(phone)


def test_without_a_script_a_program_can_be_submitted(product, new_page):
    page = new_page(java_script_enabled=False)
    open_room(product(DEBUG=False), page)
    page.get_by_role("textbox", name="Your program").fill(PROGRAM)
    page.get_by_role("button", name="Submit").click()
    for _look in range(40):
        if page.get_by_text("3 of 3 cases passed").count():
            break
        page.wait_for_timeout(250)
        page.reload()
    expect(page.get_by_text("3 of 3 cases passed")).to_be_visible()
