"""Video questions: clocks and takes, recordings and typed answers, transcripts, levels with evidence, people."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from edudiagno.models import EduDiagnoAccommodation, EduDiagnoVideoResponse
from edudiagno.services import scoring
from edudiagno.tests.takers import Taker, published, taker
from edudiagno.tests.waiting_work import WEBM
from interviewer.accounts.tests.factories import StaffFactory
from interviewer.integrations.llm.tests.faulty_server import Reply, faulty_server
from interviewer.journal.models import ProviderCall
from seekers.tests.factories import JobSeekerFactory

pytestmark = pytest.mark.django_db
GOOD = (
    "A generator gives one value at a time and remembers where it stopped, because the function is paused at yield. "
    "For example I read a log of ten gigabytes line by line with a generator, so memory stayed small. "
    "It can be used only once, and errors come late, when the value is asked for."
)


@pytest.fixture
def hearing(settings):
    """A server that writes down what it hears."""
    words = {"text": GOOD, "language": "english", "duration": 2.0, "segments": []}
    with faulty_server(Reply(body=json.dumps(words).encode())) as server:
        settings.SPEECH_ENGINE = "openai"
        settings.OPENAI_API_KEY, settings.OPENAI_BASE_URL = "key", server.base_url
        settings.LLM_ENGINE = "offline"
        yield server


def row_of(someone: Taker) -> EduDiagnoVideoResponse:
    return someone.attempt.video_responses.get()


def sends(someone: Taker, data: bytes = WEBM):
    file = SimpleUploadedFile("answer", data, content_type="video/webm")
    url = f"videos/{row_of(someone).uid}/upload/"
    return someone.post(url, {"recording": file}, headers={"accept": "application/json"})


def opens(someone: Taker):
    return someone.post(f"videos/{row_of(someone).uid}/")


def types(someone: Taker, text: str = GOOD):
    return someone.post(f"videos/{row_of(someone).uid}/typed/", {"answer": text})


def test_a_recording_is_written_down_and_scored_with_quotes(hearing, run_tasks):
    someone = taker(mcq=0, video=1)
    opens(someone)
    assert sends(someone).json() == {"saved": True}
    someone.post("hand-in/")
    run_tasks()
    row, scored = row_of(someone), someone.fresh()
    assert (row.transcript_status, row.answer) == ("ready", GOOD)
    assert (scored.status, scored.video_score) == ("completed", (row.level - 1) * 25)
    assert row.quotes
    assert all(quote in GOOD for quote in row.quotes)
    assert ProviderCall.objects.filter(subject_id=str(row.uid), purpose="transcribe", ok=True).count() == 1


def test_scoring_waits_for_the_transcript(hearing, run_tasks):
    from edudiagno import tasks

    someone = taker(mcq=0, video=1)
    opens(someone)
    sends(someone)
    someone.post("hand-in/")
    tasks.score_attempt(someone.attempt.pk)
    assert someone.fresh().status == "scoring"
    run_tasks()
    assert someone.fresh().status == "completed"


def test_the_question_is_not_shown_before_it_is_opened():
    someone = taker(mcq=0, video=1)
    row = row_of(someone)
    for path in ("videos/", f"videos/{row.uid}/"):
        assert row.question.question not in someone.get(path).content.decode()
    opens(someone)
    assert row.question.question in someone.get(f"videos/{row.uid}/").content.decode()


def test_there_are_as_many_takes_as_the_test_says(hearing):
    someone = taker(mcq=0, video=1, video_takes=2)
    for _take in range(2):
        opens(someone)
        sends(someone, WEBM)
    assert row_of(someone).takes == 2
    opens(someone)
    assert row_of(someone).takes == 2


def test_a_recording_after_its_time_is_refused_and_the_one_before_counts(hearing):
    someone = taker(mcq=0, video=1)
    opens(someone)
    sends(someone)
    kept = row_of(someone).file.name
    with time_machine.travel(timezone.now() + timedelta(minutes=5)):
        assert sends(someone, WEBM + b"1").status_code == 409
    assert row_of(someone).file.name == kept


@pytest.mark.parametrize("data", [b"", b"<html>", b"MZ" + b"\0" * 40])
def test_what_is_no_recording_is_refused(hearing, data):
    someone = taker(mcq=0, video=1)
    opens(someone)
    assert sends(someone, data).status_code in {415, 422}
    assert row_of(someone).status == "open"


def test_typing_is_open_where_it_was_granted(hearing, run_tasks):
    seeker = JobSeekerFactory()
    EduDiagnoAccommodation.objects.create(job_seeker=seeker, text_answers=True)
    someone = taker(published(mcq=0, video=1), seeker)
    opens(someone)
    assert types(someone).status_code == 302
    someone.post("hand-in/")
    run_tasks()
    assert (row_of(someone).was_typed, someone.fresh().status) == (True, "completed")
    assert someone.fresh().video_score is not None


def test_typing_is_refused_where_it_was_not(hearing):
    someone = taker(mcq=0, video=1)
    opens(someone)
    assert types(someone).status_code == 403


def test_a_server_that_cannot_hear_lets_everybody_type():
    someone = taker(mcq=0, video=1)
    opens(someone)
    answer = types(someone, " ")
    assert (answer.status_code, "at most 10000" in answer.content.decode()) == (422, True)
    assert types(someone).status_code == 302


def test_what_could_not_be_heard_goes_to_a_person_whose_level_counts(run_tasks):
    someone = taker(mcq=1, video=1, mcq_weight=50, video_weight=50)
    someone.chooses("A")
    opens(someone)
    sends(someone)
    someone.post("hand-in/")
    run_tasks()
    scored, row = someone.fresh(), row_of(someone)
    assert (scored.status, scored.video_score, scored.overall_score) == ("completed", None, 100)
    assert "a person should hear it" in row.not_assessed_reason
    scoring.set_level(actor=StaffFactory(), response=row, level=3)
    assert (someone.fresh().video_score, someone.fresh().overall_score) == (50, 75)


def test_a_question_without_an_answer_gives_nothing(run_tasks):
    someone = taker(mcq=0, video=1)
    someone.post("hand-in/")
    run_tasks()
    assert (someone.fresh().video_score, someone.fresh().passed) == (0, False)


def test_an_answer_of_another_is_not_found():
    someone, other = taker(mcq=0, video=1), taker(mcq=0, video=1)
    theirs = row_of(other).uid
    for path in ("", "upload/", "typed/"):
        assert someone.post(f"videos/{theirs}/{path}", {"answer": "x"}).status_code == 404
    assert someone.get(f"videos/{theirs}/recording/").status_code == 404
