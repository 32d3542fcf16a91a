"""The code by e-mail: who has it goes on, and nobody else, in this browser or in another."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.hashers import check_password
from django.utils import timezone

from companies.tests.factories import AiInterviewedJobFactory
from interviewer.accounts.models import OneTimeCode
from interviewer.journal.models import OutgoingMail
from interviews.enums import Stage
from interviews.tests.arrivals import Browser, link, newest_code, stage_of, walk_in, wrong_for
from interviews.tests.factories import InterviewFactory

pytestmark = pytest.mark.django_db

ADDRESS = "asha@example.com"
START = timezone.now().replace(microsecond=0)


@pytest.fixture
def interview():
    job = AiInterviewedJobFactory(has_match=False)
    return walk_in(job, at=Stage.EMAIL_CODE, email=ADDRESS, first_name="Asha")


def at(seconds: float):
    return time_machine.travel(START + timedelta(seconds=seconds), tick=False)


@pytest.fixture
def browser(interview):
    with at(0):
        return Browser().opens(link(interview))


def tries(browser: Browser, code: str) -> tuple[int, str]:
    browser.presses("Go on", code=code)
    return browser.page.status_code, browser.text


def test_opening_the_page_sends_one_code_however_often_it_is_opened(browser, interview):
    for _ in range(3):
        browser.opens(link(interview, "email/"))
    assert OutgoingMail.objects.filter(to=ADDRESS).count() == 1
    assert f"We have sent six digits to <strong>{ADDRESS}</strong>" in browser.text


def test_the_code_is_stored_as_a_hash_only(browser):
    row, code = OneTimeCode.objects.get(), newest_code(ADDRESS)
    assert check_password(code, row.code_hash) is True
    assert code not in row.code_hash
    assert row.code_hash.startswith("pbkdf2_sha256$")


def test_the_right_code_leads_on_even_with_spaces(browser, interview):
    code = newest_code(ADDRESS)
    with at(60):
        tries(browser, f" {code[:3]} {code[3:]} ")
    assert (browser.at, stage_of(interview)) == (link(interview, "devices/"), Stage.DEVICES)


def test_a_wrong_code_says_how_many_tries_are_left_and_the_right_one_still_counts(browser, interview):
    code = newest_code(ADDRESS)
    with at(60):
        status, text = tries(browser, wrong_for(code))
        assert (status, "That is not the code we sent. Tries left: 4." in text) == (422, True)
        assert stage_of(interview) == Stage.EMAIL_CODE
        tries(browser, code)
    assert stage_of(interview) == Stage.DEVICES


@pytest.mark.parametrize("typed", ["", "abcdef", "\0", "<script>", "٣٤٥٦٧٨", "9" * 100_000])
def test_what_is_no_code_is_refused_in_words(browser, interview, typed):
    with at(60):
        status, text = tries(browser, typed)
    assert (status, 'class="errorlist"' in text) == (422, True)
    assert stage_of(interview) == Stage.EMAIL_CODE


def test_after_five_wrong_codes_the_right_one_is_refused_and_a_new_one_helps(browser, interview):
    code = newest_code(ADDRESS)
    with at(60):
        assert [tries(browser, wrong_for(code))[0] for _ in range(5)] == [422] * 5
        status, text = tries(browser, code)
        assert (status, "Too many wrong codes. Ask for a new one." in text) == (410, True)
        tries(browser.presses("Send a new code"), newest_code(ADDRESS))
    assert stage_of(interview) == Stage.DEVICES


def test_an_old_code_has_run_out(browser, interview):
    code = newest_code(ADDRESS)
    with at(601):
        status, text = tries(browser, code)
    assert (status, "This code is no longer valid. Ask for a new one." in text) == (410, True)
    assert stage_of(interview) == Stage.EMAIL_CODE


def test_a_new_code_ends_the_one_before(browser, interview):
    first = newest_code(ADDRESS)
    with at(60):
        browser.presses("Send a new code")
        second = newest_code(ADDRESS)
        if first != second:
            assert tries(browser, first)[0] == 422
        tries(browser, second)
    assert stage_of(interview) == Stage.DEVICES


def test_a_code_is_used_once(browser, interview):
    code = newest_code(ADDRESS)
    with at(60):
        tries(browser, code)
        other = Browser().opens(link(interview))
        answer = other.client.post(other.at, {"code": code})
    assert (answer.status_code, "This code is no longer valid." in answer.content.decode()) == (410, True)


def test_too_many_sends_are_refused_with_the_time_to_wait(browser, interview):
    with at(10):
        browser.presses("Send a new code")
        assert (browser.page.status_code, browser.page["Retry-After"]) == (429, "21")
        assert "A code was sent a moment ago. Please wait" in browser.text
    for number in range(1, 5):
        with at(60 * number):
            assert browser.presses("Send a new code").page.status_code == 200
    with at(360):
        browser.presses("Send a new code")
        assert (browser.page.status_code, browser.page["Retry-After"]) == (429, "3600")
        assert "Too many codes were asked for. Please try again in an hour." in browser.text
    assert OutgoingMail.objects.filter(to=ADDRESS).count() == 5
    with at(3700):
        tries(browser.presses("Send a new code"), newest_code(ADDRESS))
    assert stage_of(interview) == Stage.DEVICES


def test_a_code_that_was_not_sent_is_not_announced(interview):
    other = walk_in(interview.job, at=Stage.EMAIL_CODE, email=ADDRESS)
    for number in range(10):
        OneTimeCode.objects.create(
            purpose=f"interview:{number}", address=ADDRESS, code_hash="x", created_at=START, expires_at=START
        )
    with at(60):
        page = Browser().opens(link(other)).text
    assert "Too many codes were asked for." in page
    assert "We have sent six digits" not in page
    assert f"No code was sent to <strong>{ADDRESS}</strong> yet." in page


def test_a_mistyped_address_is_corrected_and_the_old_code_proves_nothing(browser, interview):
    code = newest_code(ADDRESS)
    with at(60):
        browser.presses("Correct the address").presses("Type my details")
        browser.presses("This is right: go on", email="asha@rao.example")
        assert newest_code("asha@rao.example")
        interview.refresh_from_db()
        assert (browser.at, interview.email) == (link(interview, "email/"), "asha@rao.example")
        if code != newest_code("asha@rao.example"):
            assert tries(browser, code)[0] == 422
        tries(browser, newest_code("asha@rao.example"))
    assert stage_of(interview) == Stage.DEVICES


def test_an_invited_address_is_not_exchanged(interview):
    invited = InterviewFactory(job=interview.job, at=Stage.EMAIL_CODE)
    browser = Browser().opens(link(invited))
    assert "Correct the address" not in browser.text
    assert browser.client.post(link(invited, "email/"), {"do": "change"}).status_code == 409
    assert stage_of(invited) == Stage.EMAIL_CODE


def test_another_browser_with_the_link_proves_the_address_again(browser, interview):
    with at(60):
        tries(browser, newest_code(ADDRESS))
        other = Browser().opens(link(interview, "devices/"))
        assert other.at == link(interview, "seat/")
        assert ("a•••@example.com" in other.text, ADDRESS in other.text) == (True, False)
        answer = other.client.get(link(interview, "state/"), headers={"Accept": "application/json"})
        assert answer.status_code == 401
        sent = OutgoingMail.objects.count()
        other.presses("Send me a code")
        assert OutgoingMail.objects.count() == sent + 1
        assert tries(other, wrong_for(newest_code(ADDRESS)))[0] == 422
        tries(other, newest_code(ADDRESS))
    assert other.at == link(interview, "devices/")


def test_a_seat_in_one_interview_is_no_seat_in_another(browser, interview):
    with at(60):
        tries(browser, newest_code(ADDRESS))
        another = InterviewFactory(job=interview.job, at=Stage.DEVICES)
        assert browser.opens(link(another, "devices/")).at == link(another, "seat/")
