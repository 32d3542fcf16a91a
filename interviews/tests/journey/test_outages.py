"""The web server and the worker are killed in the middle of every stage: the candidate goes on and loses nothing."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from interviewer.web.tests.product import Product
from interviews.tests.conversations import has_ffmpeg
from interviews.tests.journey.applying import BETTER, PROGRAM, VAGUE, Applicant
from interviews.tests.journey.jobs import open_job

pytestmark = [
    pytest.mark.browser,
    pytest.mark.box,
    pytest.mark.slow,
    pytest.mark.skipif(not has_ffmpeg(), reason="ffmpeg is not installed here"),
]


def outage(product: Product) -> None:
    """Both die at once, and come back."""
    product.kill_web()
    product.kill_worker()
    product.start_web()
    product.start_worker()


def deadline(page) -> str:
    """The end of the clock that the page shows."""
    return page.locator("[data-countdown]").first.get_attribute("data-deadline")


def up_to_the_match(applicant: Applicant) -> None:
    """The code that was sent before the outage is good after it."""
    applicant.opens(open_job(applicant.product))
    applicant.agrees()
    applicant.sends_a_resume()
    applicant.product.mail_to(applicant.email, subject="code")
    outage(applicant.product)
    applicant.proves_the_address()
    applicant.waits_for_the_match()


def quiz(applicant: Applicant) -> None:
    """A saved choice stands, and the clock goes on from where it was."""
    page = applicant.page
    page.get_by_role("button", name="Start the clock").click()
    page.get_by_label("UPDATE").check()
    expect(page.locator("#save-state")).to_contain_text("Saved")
    before = deadline(page)
    outage(applicant.product)
    page.reload()
    expect(page.get_by_label("UPDATE")).to_be_checked()
    assert deadline(page) == before, "the clock began again"
    page.get_by_role("button", name="To the overview").click()
    page.get_by_role("button", name="Yes, hand it in").click()


def coding(applicant: Applicant) -> None:
    """What is judged and what is typed while nothing runs is judged and saved afterwards."""
    page, running = applicant.page, applicant.product
    written = f"{PROGRAM}# written during the outage\n"
    applicant.types_a_program()
    before = deadline(page)
    running.kill_worker()
    page.get_by_role("button", name="Submit").click()
    expect(page.get_by_text("Judging on all cases")).to_be_visible()
    running.kill_web()
    page.get_by_label("Plain text field").check()
    page.get_by_role("textbox", name="Your program").fill(written)
    running.start_web()
    running.start_worker()
    expect(page.get_by_text("2 of 2 cases passed", exact=True)).to_be_visible()
    expect(page.locator("#save-state")).to_contain_text("Saved")
    page.reload()
    expect(page.get_by_role("textbox", name="Your program")).to_have_value(written)
    assert deadline(page) == before, "the clock began again"
    applicant.hands_in_the_programs()


def conversation(applicant: Applicant) -> None:
    """A recording goes on without a server; a text that is being written is there after a reload."""
    page, running = applicant.page, applicant.product
    applicant.checks_the_devices()
    applicant.opens_the_first_question()
    page.get_by_role("button", name="Start my answer").click()
    page.get_by_text("Recording. Speak now.").wait_for()
    page.wait_for_timeout(2500)
    running.kill_web()
    page.wait_for_timeout(2500)
    page.get_by_role("button", name="I am done").click()
    running.start_web()
    page.get_by_role("heading", name="Write down what you said").wait_for()
    page.get_by_label("Your answer in words").fill(VAGUE)
    expect(page.locator("#save-state")).to_contain_text("Saved")
    outage(running)
    page.reload()
    expect(page.get_by_label("Your answer in words")).to_have_value(VAGUE)
    page.get_by_role("button", name="That is my answer").click()
    applicant.answers_the_follow_up()


def scoring(applicant: Applicant) -> None:
    """Handed in while no worker is there: scored when one comes."""
    applicant.page.get_by_role("button", name="I have no questions").wait_for()
    applicant.product.kill_worker()
    applicant.finishes()
    applicant.product.start_worker()
    applicant.reads_the_feedback()


def test_killed_servers_take_nothing_from_a_candidate(product, new_page, console, tmp_path):
    console.expect("ERR_CONNECTION_REFUSED|Failed to load resource|Applying inline style violates")
    running = product(DEBUG=False, SPEECH_ENGINE="none")
    applicant = Applicant(running, new_page(), tmp_path)
    applicant.page.on("dialog", lambda dialog: dialog.accept())
    for stage in (up_to_the_match, quiz, coding, conversation, scoring):
        stage(applicant)
    answers = running.python(
        "from interviews.models import Interview\n"
        "print([turn.answer for turn in Interview.objects.get().turns.order_by('order')])"
    )
    assert VAGUE in answers
    assert BETTER in answers
