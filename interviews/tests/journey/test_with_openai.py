"""The same road with the OpenAI engine, over real HTTP against a compatible server that we did not write."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from interviewer.integrations.llm.tests.aimock import start_aimock, why_not
from interviews.tests.conversations import has_ffmpeg
from interviews.tests.journey.applying import Applicant
from interviews.tests.journey.recruiting import Recruiter
from interviews.tests.journey.test_main_road import BROWSER_STYLE

pytestmark = [
    pytest.mark.browser,
    pytest.mark.box,
    pytest.mark.slow,
    pytest.mark.skipif(not has_ffmpeg(), reason="ffmpeg is not installed here"),
]
_CALLS = """
import json
from interviewer.journal.models import ProviderCall
rows = ProviderCall.objects.filter(port="llm").order_by("pk").values("purpose", "model", "tokens_in", "tokens_out", "ok")
print(json.dumps(list(rows)))
"""


@pytest.fixture
def aimock():
    if reason := why_not():
        pytest.skip(reason)
    server = start_aimock()
    yield server
    server.stop()


def test_a_language_model_leads_and_scores_the_interview(product, new_page, console, tmp_path, aimock):
    console.expect(BROWSER_STYLE)
    console.expect("status of 422")
    running = product(
        DEBUG=False,
        LLM_ENGINE="openai",
        SPEECH_ENGINE="openai",
        OPENAI_BASE_URL=aimock.base_url,
        OPENAI_API_KEY="test",
    )
    recruiter = Recruiter(running, new_page())
    recruiter.prepares_everything()
    recruiter.invites("asha@example.com")
    applicant = Applicant(running, new_page(), tmp_path)
    applicant.opens(applicant.invited_link())
    applicant.takes_the_interview()
    recruiter.opens_the_report_of("Asha Rao")
    recruiter.waits_for_the_report()
    made = recruiter.page.locator(
        "section", has=recruiter.page.get_by_role("heading", name="How these scores")
    )
    expect(made).to_contain_text("openai")
    expect(recruiter.page.get_by_text("built-in offline engine")).to_have_count(0)
    expect(recruiter.page.locator(".quote").first).to_be_visible()
    calls = json.loads(running.python(_CALLS).strip().splitlines()[-1])
    assert {"assess", "follow_up"} <= {call["purpose"] for call in calls}
    assert all(call["ok"] for call in calls)
    assert all(call["model"] for call in calls)
    assert any(call["tokens_in"] > 0 and call["tokens_out"] > 0 for call in calls)
    assert len(aimock.requests()) >= len([call for call in calls if call["purpose"] == "assess"])
