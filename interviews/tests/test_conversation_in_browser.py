"""The spoken conversation in real Chromium: a fake microphone, chunks, a joined file that plays; typing on a phone."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from interviewer.integrations.speech.whisper import is_installed
from interviewer.web.tests.browser import axe, no_sideways_scroll
from interviewer.web.tests.product import Product, wait_until
from interviews.tests.conversations import has_ffmpeg

pytestmark = [pytest.mark.browser, pytest.mark.slow]
needs_ffmpeg = pytest.mark.skipif(not has_ffmpeg(), reason="ffmpeg is not installed here")

SEAT = """
import json
from django.contrib.sessions.backends.db import SessionStore
from interviews.access import seat_key
from interviews.enums import Stage
from interviews.tests.conversations import sitting
interview = sitting(at=Stage.DEVICES, text_only={text_only}, **{job})
session = SessionStore()
session[seat_key(interview)] = interview.email
session.create()
print(json.dumps({{"token": interview.link_token, "session": session.session_key, "pk": interview.pk}}))
"""
RECORDINGS = """
import json
from interviews.models import Recording
rows = Recording.objects.filter(interview={pk}).order_by("id")
print(json.dumps([[r.take, r.status, r.file.name, r.duration_ms, r.error, r.turn.status] for r in rows]))
"""
TURNS = """
import json
from interviews.models import Interview
interview = Interview.objects.get(pk={pk})
print(json.dumps([[t.source, t.status, t.answer, t.was_typed] for t in interview.turns.order_by("order")]))
"""


def ask(product: Product, code: str, **values: object):
    """What a piece of Python says about the product's database, as JSON."""
    return json.loads(product.python(code.format(**values)).strip().splitlines()[-1])


def sit_down(product: Product, page, *, text_only: bool = False, **job: object) -> dict:
    """Give the page's browser the seat of a new interview and open the device check."""
    seat = ask(product, SEAT, text_only=text_only, job=job)
    page.context.add_cookies([{"name": "sessionid", "value": seat["session"], "url": product.url}])
    page.goto(f"{product.url}/i/{seat['token']}/devices/")
    return seat


def speak_for_a_while(page) -> None:
    """Start the answer, and let four seconds go by."""
    page.get_by_role("button", name="Start my answer").click()
    page.get_by_text("Recording. Speak now.").wait_for()
    page.wait_for_timeout(4000)


def joined_recording(product: Product, pk: int) -> list:
    """The first joined recording of an interview."""

    def found() -> list:
        return [row for row in ask(product, RECORDINGS, pk=pk) if row[1] == "joined"]

    return wait_until(found, "the joined recording", every=1)[0]


@pytest.fixture
def voice(tmp_path: Path) -> Path:
    """A microphone that hears a tone for a minute."""
    path = tmp_path / "voice.wav"
    source = "sine=frequency=300:duration=60"
    subprocess.run(
        ["ffmpeg", "-v", "error", "-f", "lavfi", "-i", source, "-ar", "48000", str(path)], check=True
    )
    return path


@needs_ffmpeg
def test_a_spoken_answer_survives_a_reload_and_becomes_a_file_that_plays(
    product: Callable[..., Product], launch, new_page, voice
):
    running = product(SPEECH_ENGINE="none")
    page = new_page(browser=launch(audio=voice))
    seat = sit_down(running, page, uses_camera=True)
    axe(page)
    page.get_by_role("button", name="Switch on camera and microphone").click()
    page.get_by_text("We hear you.").wait_for()
    page.get_by_role("button", name="Record a test").click()
    page.get_by_text("Now listen to your recording.").wait_for()
    page.get_by_role("button", name="Everything works: go on").click()

    page.get_by_role("button", name="Show the first question").click()
    page.get_by_text("Own question 0?").wait_for()
    axe(page)
    speak_for_a_while(page)
    page.on("dialog", lambda dialog: dialog.accept())
    page.reload()
    speak_for_a_while(page)
    page.get_by_role("button", name="I am done").click()

    page.get_by_role("heading", name="Write down what you said").wait_for()
    axe(page)
    page.get_by_label("Your answer in words").fill("I measured first, and then I added an index.")
    page.get_by_role("button", name="That is my answer").click()
    page.get_by_role("heading", name="Ready for question 2 of 2?").wait_for()

    joined = joined_recording(running, seat["pk"])
    take, _status, name, duration, error, turn = joined
    assert (take, error, turn) == (1, "", "answered")
    assert 6_500 <= duration <= 11_000
    probed = subprocess.run(
        [
            "ffprobe",
            "-v",
            "error",
            "-show_entries",
            "stream=codec_type",
            "-of",
            "csv=p=0",
            running.data_dir / "media" / name,
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert sorted(probed.stdout.split()) == ["audio", "video"]


@needs_ffmpeg
def test_pieces_made_without_a_connection_are_sent_when_it_is_back(
    product: Callable[..., Product], launch, new_page, voice, console
):
    console.expect("Failed to load resource|ERR_INTERNET_DISCONNECTED")
    running = product(SPEECH_ENGINE="none")
    page = new_page(browser=launch(audio=voice))
    seat = sit_down(running, page, uses_camera=False)
    page.get_by_role("button", name="Switch on the microphone").click()
    page.get_by_text("We hear you.").wait_for()
    page.get_by_role("button", name="Everything works: go on").click()
    page.get_by_role("button", name="Show the first question").click()
    page.get_by_role("button", name="Start my answer").click()
    page.get_by_text("Recording. Speak now.").wait_for()
    page.wait_for_timeout(1500)
    page.context.set_offline(True)
    page.wait_for_timeout(4000)
    page.get_by_role("button", name="I am done").click()
    page.get_by_text("No connection. Your recording is kept in this browser").wait_for()
    page.context.set_offline(False)
    page.get_by_role("heading", name="Write down what you said").wait_for()
    joined = joined_recording(running, seat["pk"])
    assert 4_500 <= joined[3] <= 9_000


@needs_ffmpeg
@pytest.mark.skipif(
    not (is_installed() and shutil.which("espeak-ng")), reason="no whisper or no espeak-ng here"
)
def test_what_was_said_is_heard_and_shown_for_correction(
    product: Callable[..., Product], launch, new_page, tmp_path
):
    spoken, microphone = tmp_path / "spoken.wav", tmp_path / "microphone.wav"
    sentence = "I measured the slow queries first, and then I added two indexes to the database."
    subprocess.run(["espeak-ng", "-v", "en-us", "-s", "130", "-w", str(spoken), sentence], check=True)
    convert = [
        "ffmpeg",
        "-v",
        "error",
        "-stream_loop",
        "8",
        "-i",
        str(spoken),
        "-ar",
        "48000",
        str(microphone),
    ]
    subprocess.run(convert, check=True)
    running = product(SPEECH_ENGINE="whisper")
    page = new_page(browser=launch(audio=microphone))
    seat = sit_down(running, page, uses_camera=False, own=1)
    page.get_by_role("button", name="Switch on the microphone").click()
    page.get_by_text("We hear you.").wait_for()
    page.get_by_role("button", name="Everything works: go on").click()
    page.get_by_role("button", name="Show the first question").click()
    page.get_by_role("button", name="Start my answer").click()
    page.wait_for_timeout(7000)
    page.get_by_role("button", name="I am done").click()
    page.get_by_role("heading", name="Is this what you said?").wait_for(timeout=60_000)
    assert "indexes" in page.get_by_label("What we heard").input_value().lower()
    page.get_by_role("button", name="That is my answer").click()
    page.get_by_text("That was my last question.").wait_for()
    ((_source, status, answer, was_typed),) = ask(running, TURNS, pk=seat["pk"])
    assert (status, was_typed) == ("answered", False)
    assert "indexes" in answer.lower()


@needs_ffmpeg
@pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="no espeak-ng here")
def test_a_pause_ends_the_answer_and_then_the_candidate_changes_to_text_and_asks_about_the_job(
    product: Callable[..., Product], launch, new_page, tmp_path
):
    spoken, microphone = tmp_path / "spoken.wav", tmp_path / "microphone.wav"
    sentence = "I measured the slow queries first, and then I added two indexes to the database."
    subprocess.run(["espeak-ng", "-v", "en-us", "-w", str(spoken), sentence], check=True)
    silence = ["-af", "apad=pad_dur=14", "-ar", "48000", str(microphone)]
    subprocess.run(["ffmpeg", "-v", "error", "-i", str(spoken), *silence], check=True)
    running = product(SPEECH_ENGINE="none")
    page = new_page(browser=launch(audio=microphone))
    seat = sit_down(running, page, uses_camera=False, takes_questions=True)
    page.get_by_role("button", name="Switch on the microphone").click()
    page.get_by_text("We hear you.").wait_for()
    page.get_by_role("button", name="Everything works: go on").click()
    page.get_by_role("button", name="Show the first question").click()
    page.get_by_role("button", name="Start my answer").click()
    page.get_by_text("You paused. Speak or press any key to go on").wait_for(timeout=40_000)
    page.get_by_role("heading", name="Write down what you said").wait_for()
    page.get_by_label("Your answer in words").fill("I measured first, and then I added an index.")
    page.get_by_role("button", name="That is my answer").click()

    page.get_by_role("button", name="Show the question").click()
    page.get_by_role("button", name="Type from now on").click()
    page.get_by_role("textbox", name="Your answer").wait_for()
    axe(page)
    page.get_by_role("textbox", name="Your answer").fill("Please repeat.")
    page.get_by_role("button", name="Send my answer").click()
    page.get_by_text("The question was asked again").wait_for()
    page.get_by_role("textbox", name="Your answer").fill("We talked it over with the whole team.")
    page.get_by_role("button", name="Send my answer").click()

    page.get_by_role("textbox", name="Your question").fill("Do you have a swimming pool for penguins?")
    axe(page)
    page.get_by_role("button", name="Ask", exact=True).click()
    page.get_by_text("the recruiter will answer it").wait_for()
    page.get_by_role("button", name="I have no more questions").click()
    page.get_by_text("That was my last question.").wait_for()
    assert ask(running, TURNS, pk=seat["pk"]) == [
        ["own", "answered", "I measured first, and then I added an index.", True],
        ["own", "answered", "We talked it over with the whole team.", True],
    ]


def test_somebody_types_on_a_phone_and_keeps_what_was_written_through_a_reload(
    product: Callable[..., Product], new_page
):
    running = product(SPEECH_ENGINE="none")
    page = new_page(phone=True)
    seat = sit_down(running, page, own=1)
    no_sideways_scroll(page)
    page.get_by_role("button", name="Type my answers").click()
    page.get_by_role("button", name="Show the first question").wait_for()
    axe(page)
    no_sideways_scroll(page)
    page.get_by_role("button", name="Show the first question").click()
    page.get_by_label("Your answer").fill("I measured the queries before I added an index.")
    expect(page.locator("#save-state")).to_contain_text("Saved")
    page.reload()
    assert page.get_by_label("Your answer").input_value() == "I measured the queries before I added an index."
    axe(page)
    no_sideways_scroll(page)
    page.get_by_role("button", name="Send my answer").click()
    page.get_by_text("That was my last question.").wait_for()
    assert ask(running, TURNS, pk=seat["pk"]) == [
        ["own", "answered", "I measured the queries before I added an index.", True]
    ]
