"""Pages that wait for background work, while none is done."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from interviewer.web.tests.browser import axe
from interviews.tests.journey.applying import Applicant
from interviews.tests.journey.jobs import short_job

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.mark.parametrize(("match", "heading"), [(True, "are being compared"), (False, "Thank you")])
def test_a_candidate_may_wait_or_leave(product, new_page, console, tmp_path, match, heading):
    console.expect("status of 422")  # a form that lacks something is answered so
    running = product(DEBUG=False, SPEECH_ENGINE="none")
    applicant = Applicant(running, new_page(phone=True), tmp_path)
    applicant.opens(short_job(running, match=match))
    applicant.agrees()
    applicant.sends_a_resume()
    running.mail_to(applicant.email, subject="code")
    running.kill_worker()
    applicant.proves_the_address()
    expect(applicant.page.get_by_role("heading", name=heading)).to_be_visible()
    axe(applicant.page)
    running.start_worker()
    expect(applicant.page.get_by_role("heading", name="Thank you")).to_be_visible()
