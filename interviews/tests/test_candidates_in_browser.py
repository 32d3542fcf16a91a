"""The candidates in real Chromium: a saved view, a decision about two by keyboard, a card dragged on the board."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import expect

from interviewer.web.tests.browser import PHONE, axe, no_sideways_scroll

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SEED = """
import json
from companies.tests.factories import MembershipFactory
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from interviews.tests.factories import AiInterviewedJobFactory, InterviewFactory, InterviewTagFactory
member = MembershipFactory(company__name="Lantern Freight")
job = AiInterviewedJobFactory(company=member.company, title="Engineer")
for number, name in enumerate(["Asha", "Bela", "Chen", "Dara"]):
    row = InterviewFactory(job=job, first_name=name, status="completed", overall_score=90 - 10 * number)
InterviewTagFactory(interview=row, tag__name="remote")
session = SessionStore()
session[SESSION_KEY], session[HASH_SESSION_KEY] = str(member.user.pk), member.user.get_session_auth_hash()
session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
session.create()
print(json.dumps({"session": session.session_key, "uid": str(row.uid)}))
"""


@pytest.fixture
def signed_in(product, page):
    """The started product, and a recruiter's browser with four candidates."""
    server = product(DEBUG=False)
    made = json.loads(server.python(SEED).strip().splitlines()[-1])
    page.context.add_cookies([{"name": "sessionid", "value": made["session"], "url": server.url}])
    return server, made["uid"]


def test_a_view_is_saved_two_are_decided_about_and_a_card_is_dragged(signed_in, page):
    product, uid = signed_in
    page.goto(f"{product.url}/workspace/candidates/?status=completed&sort=name")
    page.get_by_text("Save as view").click()
    page.get_by_label("Name of the view").fill("To decide")
    page.get_by_role("button", name="Save view").click()
    expect(page.get_by_role("link", name="To decide")).to_have_attribute("aria-current", "page")

    expect(page.locator("[data-bulk]")).to_be_hidden()
    for key in ("j", "x", "j", "x"):
        page.keyboard.press(key)
    expect(page.locator("[data-bulk]")).to_contain_text("2 chosen")
    page.locator("[data-bulk] select[name=decision]").select_option("on_hold")
    page.get_by_role("button", name="Apply").click()
    expect(page.locator(".alert")).to_contain_text("2 candidates were changed")
    axe(page)
    page.keyboard.press("?")
    expect(page.get_by_role("heading", name="Keys")).to_be_visible()
    page.keyboard.press("Escape")

    page.get_by_role("link", name="Board", exact=True).click()
    lanes = page.locator("[data-lane]")
    expect(lanes.locator("[data-lane-count]")).to_have_text(["2", "2", "0", "0", "0"])
    # By its edge: in the middle of a card is its form.
    card, hired = page.locator("[data-card^=Chen]"), page.locator("[data-lane=hired]")
    card.drag_to(hired, source_position={"x": 6, "y": 6})
    expect(lanes.locator("[data-lane-count]")).to_have_text(["1", "2", "0", "0", "1"])
    expect(page.locator("[data-board-said]")).to_have_text("Chen Rao is now hired.")
    axe(page)
    page.set_viewport_size(PHONE)
    no_sideways_scroll(page)
    page.reload()
    page.get_by_label("Decision about Dara Rao").select_option("shortlisted")
    page.locator("[data-card^=Dara]").get_by_role("button", name="Move", exact=True).click()
    expect(page.locator("[data-lane=shortlisted]")).to_contain_text("Dara Rao")

    for tab in ("review", "activity"):
        page.goto(f"{product.url}/workspace/candidates/{uid}/?tab={tab}")
        no_sideways_scroll(page)
        axe(page)
    expect(page.locator(".timeline")).to_contain_text(
        re.compile("decided.*undecided → shortlisted", re.DOTALL)
    )
