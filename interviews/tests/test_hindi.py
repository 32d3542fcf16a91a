"""An interview held in Hindi: its pages, what is said, the text agreed to, and a catalogue that lacks nothing."""

from __future__ import annotations

import ast
import gettext
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import translation
from django.utils.translation.template import templatize

from companies.tests.factories import AiInterviewedJobFactory
from interviewer.errors import Conflict
from interviews import spoken
from interviews.consents import consent_text
from interviews.enums import Stage
from interviews.forms.jobs import InterviewSetupForm
from interviews.models import Consent
from interviews.services import consents, planning, stages
from interviews.tests.conversations import Candidate, sitting, turns_of
from interviews.tests.factories import InterviewFactory

pytestmark = pytest.mark.django_db
HINDI = Path(settings.BASE_DIR) / "locale" / "hi" / "LC_MESSAGES"
TEMPLATES = Path(settings.BASE_DIR) / "templates"
MAILS = ("html", "txt", "subject.txt")


@pytest.fixture(autouse=True)
def own_language():
    with translation.override("en"):
        yield


def catalogue() -> gettext.GNUTranslations:
    with (HINDI / "django.mo").open("rb") as file:
        return gettext.GNUTranslations(file)


#: What a candidate never meets of the shared components.
NOT_THEIRS = {"copy_field.html", "score_meter.html", "score_ring.html", "table.html"}
CALL = re.compile(
    r"""(?<!\w)n?gettext\(u?((?:'(?:[^'\\]|\\.)*')|(?:"(?:[^"\\]|\\.)*"))|(?<!\w)_\(((?:'(?:[^'\\]|\\.)*')|(?:"(?:[^"\\]|\\.)*"))"""
)


def their_templates() -> list[Path]:
    """Every template of the candidate's road: pages, what they are made of, and their e-mails."""
    folders = [TEMPLATES / name for name in ("candidate", "components", "errors")]
    files = [file for folder in folders for file in sorted(folder.rglob("*.html"))]
    mails = [
        TEMPLATES / "emails" / f"{name}.{kind}"
        for name in ("interview_code", "invitation", "reminder")
        for kind in MAILS
    ]
    return [
        file for file in [*files, TEMPLATES / "layouts/candidate.html", *mails] if file.name not in NOT_THEIRS
    ]


def test_every_word_that_a_candidate_meets_is_in_the_catalogue():
    texts = {
        ast.literal_eval(found[0] or found[1])
        for file in their_templates()
        for found in CALL.findall(templatize(file.read_text(), origin=str(file)))
    }
    known = catalogue()
    assert len(texts) > 350
    assert (
        sorted(text for text in texts if text not in known._catalog and (text, 0) not in known._catalog) == []
    )


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


# The candidate chooses


def test_a_candidate_chooses_one_of_the_languages_that_the_job_offers(client):
    interview = InterviewFactory(job=sitting(offered_languages=["hi"]).job)
    url = f"/i/{interview.link_token}/"
    page = client.get(url)
    assert [(one["name"], one["is_held"]) for one in page.context["languages"]] == [
        ("English", True),
        ("हिंदी", False),
    ]
    answer = client.post(f"{url}consent/language/", {"language": "hi"})
    assert (answer.status_code, answer.url) == (302, url)
    interview.refresh_from_db()
    assert (interview.language, stages.plan_of(interview).interview_language) == ("hi", "hi")
    assert '<html lang="hi"' in client.get(url).content.decode()
    client.post(f"{url}consent/language/", {"language": "en"})
    interview.refresh_from_db()
    assert interview.language == ""


def test_a_language_that_is_not_offered_is_refused(client):
    interview = InterviewFactory(job=sitting().job)
    url = f"/i/{interview.link_token}/"
    assert client.get(url).context["languages"] == []
    client.post(f"{url}consent/language/", {"language": "hi"})
    interview.refresh_from_db()
    assert interview.language == ""
    assert "not held in that language" in client.get(url).content.decode()


def test_the_language_stays_once_the_interview_has_begun():
    interview = sitting(offered_languages=["hi"])
    with pytest.raises(Conflict, match="has begun"):
        consents.choose_language(interview=interview, language="hi")
    interview.refresh_from_db()
    assert interview.language == ""


def test_the_language_of_the_job_is_no_choice_beside_itself():
    job = AiInterviewedJobFactory()
    data = {
        **{
            name: getattr(job, name)
            for name in InterviewSetupForm.Meta.fields
            if getattr(job, name) is not None
        }
    }
    form = InterviewSetupForm(
        {**data, "interview_language": "hi", "offered_languages": ["en", "hi"]}, instance=job
    )
    assert (form.is_valid(), form.setup.offered_languages) == (True, ["en"]), form.errors
