"""An interview held in Hindi: its pages, what is said, the text agreed to, and a catalogue that lacks nothing."""

from __future__ import annotations

import gettext
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import translation

from interviews import spoken
from interviews.consents import consent_text
from interviews.enums import Stage
from interviews.models import Consent
from interviews.services import planning
from interviews.tests.conversations import Candidate, sitting, turns_of
from interviews.tests.factories import InterviewFactory

pytestmark = pytest.mark.django_db
HINDI = Path(settings.BASE_DIR) / "locale" / "hi" / "LC_MESSAGES"
TEMPLATES = Path(settings.BASE_DIR) / "templates" / "candidate"


@pytest.fixture(autouse=True)
def own_language():
    with translation.override("en"):
        yield


def catalogue() -> gettext.GNUTranslations:
    with (HINDI / "django.mo").open("rb") as file:
        return gettext.GNUTranslations(file)


def test_every_word_of_the_conversation_s_pages_is_in_the_catalogue():
    pattern = re.compile(r"""{% translate ("[^"]+"|'[^']+') %}""")
    files = [TEMPLATES / "conversation.html", *sorted((TEMPLATES / "conversation").glob("*.html"))]
    texts = {found[1:-1] for file in files for found in pattern.findall(file.read_text())}
    known = catalogue()
    assert len(texts) > 60
    assert sorted(text for text in texts if known.gettext(text) == text) == []


def test_the_compiled_catalogue_is_that_of_the_text_file():
    text = (HINDI / "django.po").read_text()
    pairs = re.findall(r'^msgid "(.+)"\nmsgstr "(.+)"$', text, re.M)
    known = catalogue()
    stale = [
        one for one, other in pairs if known.gettext(one.replace('\\"', '"')) != other.replace('\\"', '"')
    ]
    assert len(pairs) > 140
    assert stale == []


def test_what_the_interviewer_says_is_hindi():
    said = spoken.greeting(
        language="hi", first_name="Asha", job_title="Nurse", company_name="Setu", questions=3
    )
    assert said.startswith("नमस्ते Asha, आपका स्वागत है।")
    assert "मेरे पास आपके लिए 3 प्रश्न हैं" in said
    assert spoken.closing(language="hi", first_name="").startswith("धन्यवाद।")


def test_an_interview_of_a_hindi_job_is_hindi_whatever_the_browser_prefers():
    interview = sitting(interview_language="hi", takes_questions=True, own=1)
    planning.run(interview_id=interview.pk)
    candidate, (turn,) = Candidate(interview), turns_of(interview)
    candidate.client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    greeting = candidate.look().content.decode()
    candidate.does("open", turn)
    question = candidate.look().content.decode()
    candidate.does("submit", turn, "मैंने पहले मापा, फिर इंडेक्स जोड़ा।")
    asking = candidate.look().content.decode()
    assert '<html lang="hi"' in greeting
    assert "पहला प्रश्न दिखाएँ" in greeting
    assert "मेरा उत्तर भेजें" in question
    assert "मेरा कोई प्रश्न नहीं है" in asking
    turn.refresh_from_db()
    assert turn.answer == "मैंने पहले मापा, फिर इंडेक्स जोड़ा।"


def test_the_text_agreed_to_is_hindi_and_kept_as_such(client):
    interview = InterviewFactory(job=sitting(interview_language="hi").job)
    url = f"/i/{interview.link_token}/"
    page = client.get(url).content.decode()
    text = consent_text(interview.job, "hi")
    assert text.language == "hi"
    assert "और वीडियो की रिकॉर्डिंग" in text.text
    assert text.points[0] in page.replace("&quot;", '"')
    client.post(url, {"agree": "on", "text_hash": text.sha256})
    consent = Consent.objects.get(interview=interview)
    assert (consent.language, consent.text_hash) == ("hi", text.sha256)


def test_a_language_without_a_catalogue_leaves_the_pages_as_the_browser_wants_them():
    interview = sitting(interview_language="xx", at=Stage.CONVERSATION)
    planning.run(interview_id=interview.pk)
    assert "Show the first question" in Candidate(interview).look().content.decode()
