"""The first page: the truth before anything starts, and consent kept with the text that was shown."""

from __future__ import annotations

import hashlib

import pytest

from companies.tests.factories import AiInterviewedJobFactory
from interviews.consents import consent_text
from interviews.enums import InterviewStatus, Stage
from interviews.models import Consent
from interviews.tests.arrivals import Browser, link, stage_of
from interviews.tests.factories import InterviewFactory, RubricFactory

pytestmark = pytest.mark.django_db

AGREE = "Agree and begin"


@pytest.fixture
def interview():
    job = AiInterviewedJobFactory(company__name="Parcel Works", has_match=False)
    RubricFactory(job=job)
    return InterviewFactory(job=job)


def test_looking_begins_nothing(interview):
    page = Browser().opens(link(interview)).text
    for truth in (
        "An AI leads and scores this interview",
        "What you need",
        "What you agree to",
        "for extra time",
    ):
        assert truth in page
    interview.refresh_from_db()
    assert (interview.status, Consent.objects.count()) == (InterviewStatus.INVITED, 0)


def test_consent_is_kept_with_its_text_version_and_hash_and_begins_the_interview(interview):
    browser = Browser().opens(link(interview)).presses(AGREE, agree="on")
    assert browser.at == link(interview, "resume/")
    consent, text = Consent.objects.get(), consent_text(interview.job)
    assert (consent.interview, consent.text_version) == (interview, text.version)
    assert consent.text_hash == hashlib.sha256(text.text.encode()).hexdigest()
    assert consent.address == "127.0.0.1"
    interview.refresh_from_db()
    assert (interview.status, interview.rubric) == (InterviewStatus.IN_PROGRESS, interview.job.rubrics.get())


def test_without_a_tick_nothing_begins_and_the_page_says_so(interview):
    browser = Browser().opens(link(interview)).presses(AGREE)
    assert (browser.page.status_code, Consent.objects.count()) == (422, 0)
    assert "Tick this box to begin. Nothing is stored before you do." in browser.text


def test_a_text_that_changed_since_the_page_was_opened_is_read_again(interview):
    browser = Browser().opens(link(interview))
    interview.job.retention_days += 30
    interview.job.save()
    browser.presses(AGREE, agree="on")
    assert "The text has changed since you opened the page. Please read it again." in browser.text
    assert (Consent.objects.count(), stage_of(interview)) == (0, Stage.CONSENT)
    browser.presses(AGREE, agree="on")
    assert (Consent.objects.count(), stage_of(interview)) == (1, Stage.RESUME)


@pytest.mark.parametrize("text_hash", ["", "\0", "<b>", "x" * 100_000])
def test_an_odd_hash_is_no_consent(interview, text_hash):
    answer = Browser().client.post(link(interview), {"agree": "on", "text_hash": text_hash})
    assert answer.status_code in {302, 422}
    assert (Consent.objects.count(), stage_of(interview)) == (0, Stage.CONSENT)


def test_the_settings_of_the_start_hold_whatever_the_job_says_later(interview):
    Browser().opens(link(interview)).presses(AGREE, agree="on")
    interview.job.has_quiz, interview.job.question_count = True, 9
    interview.job.save()
    interview.refresh_from_db()
    assert (interview.plan["has_quiz"], interview.plan["question_count"]) == (False, 4)


def test_consent_is_given_once_though_a_second_tab_sends_it_again(interview):
    first, second = (Browser().opens(link(interview)) for _ in range(2))
    first.presses(AGREE, agree="on")
    second.presses(AGREE, agree="on")
    assert (second.at, Consent.objects.count()) == (link(interview, "resume/"), 1)


def test_who_chooses_to_type_is_kept_as_typing(interview):
    Browser().opens(link(interview)).presses(AGREE, agree="on", text_only="on")
    interview.refresh_from_db()
    assert interview.text_only is True


def test_typing_is_not_to_be_had_by_sending_what_the_page_does_not_offer(interview):
    interview.job.allow_text_only = False
    interview.job.save()
    sent = {"agree": "on", "text_only": "on", "text_hash": consent_text(interview.job).sha256}
    assert "text_only" not in Browser().opens(link(interview)).text
    Browser().client.post(link(interview), sent)
    interview.refresh_from_db()
    assert (interview.text_only, stage_of(interview)) == (False, Stage.RESUME)
