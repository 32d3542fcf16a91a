"""Inviting many in real Chromium: a list with bad rows, its progress while the worker is away, the rejected rows."""

from __future__ import annotations

import csv
import json

import pytest
from playwright.sync_api import expect

from interviewer.web.tests.browser import axe, no_sideways_scroll

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SIGNED_IN = """
import json
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from companies.tests.factories import AiInterviewedJobFactory, MembershipFactory
job = AiInterviewedJobFactory(title="Packer")
user = MembershipFactory(company=job.company).user
session = SessionStore()
session[SESSION_KEY], session[HASH_SESSION_KEY] = str(user.pk), user.get_session_auth_hash()
session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
session.create()
print(json.dumps({"job": str(job.uid), "session": session.session_key}))
"""


def test_a_list_is_uploaded_followed_and_its_bad_rows_are_downloaded(product, page, tmp_path):
    running = product(DEBUG=False)
    seat = json.loads(running.python(SIGNED_IN).strip().splitlines()[-1])
    page.context.add_cookies([{"name": "sessionid", "value": seat["session"], "url": running.url}])
    file = tmp_path / "people.csv"
    rows = [f"p{n}.example.com;" if n % 20 == 0 else f"p{n}@example.com;Asha" for n in range(120)]
    file.write_text("\n".join(["email;name", *rows]), encoding="cp1252")
    running.kill_worker()

    page.goto(f"{running.url}/workspace/jobs/{seat['job']}/invite/")
    page.get_by_label("Or a file").set_input_files(file)
    axe(page)
    page.get_by_role("button", name="Send invitations").click()
    expect(page.get_by_text("6 of 120 rows")).to_be_visible()
    axe(page)
    no_sideways_scroll(page)

    running.start_worker()
    expect(page.get_by_role("heading", name="Under way")).to_have_count(0)
    expect(page.get_by_role("link", name="invited 114")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="Download rejected rows").click()
    with open(download.value.path(), encoding="utf-8-sig") as rejected:
        heading, first, *others = csv.reader(rejected)
    assert (heading, len(others)) == (["email", "name", "Reason"], 5)
    assert first == ["p0.example.com", "", "There is no @ in “p0.example.com”."]

    page.get_by_role("link", name="Invited by e-mail").click()
    page.get_by_label("All on this page").check()
    expect(page.get_by_label("Choose p119@example.com")).to_be_checked()
    axe(page)
