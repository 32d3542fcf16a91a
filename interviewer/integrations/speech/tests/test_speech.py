"""What every speech engine keeps to, and what each does when things go wrong."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from interviewer.integrations.failures import IntegrationError, Misconfigured, Rejected, Unavailable
from interviewer.integrations.llm.tests.aimock import SPOKEN, AimockServer, start_aimock, why_not
from interviewer.integrations.llm.tests.faulty_server import Reply, faulty_server
from interviewer.integrations.speech import get_speech
from interviewer.integrations.speech.absent import NoSpeech
from interviewer.integrations.speech.openai import OpenAISpeech, OpenAISpeechConfig
from interviewer.integrations.speech.port import Speech
from interviewer.integrations.speech.whisper import WhisperSpeech, is_installed


@pytest.fixture(scope="module")
def aimock() -> Iterator[AimockServer]:
    reason = why_not()
    if reason:
        pytest.skip(reason)
    server = start_aimock()
    yield server
    server.stop()


@pytest.fixture(params=["none", "whisper", "openai"])
def speech(request: pytest.FixtureRequest) -> Speech:
    if request.param == "none":
        return NoSpeech()
    if request.param == "whisper":
        if not is_installed():
            pytest.skip("requirements-speech.txt is not installed")
        return WhisperSpeech()
    server: AimockServer = request.getfixturevalue("aimock")
    return OpenAISpeech(OpenAISpeechConfig("test", server.base_url, voice_model="tts-1", timeout_seconds=10))


@pytest.fixture(scope="module")
def recording(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a spoken answer as a browser would record it."""
    espeak, ffmpeg = shutil.which("espeak-ng"), shutil.which("ffmpeg")
    if not espeak or not ffmpeg:
        pytest.skip("espeak-ng and ffmpeg are not installed")
    folder = tmp_path_factory.mktemp("speech")
    wav, webm = folder / "answer.wav", folder / "answer.webm"
    subprocess.run([espeak, "-v", "en-gb-x-rp", "-s", "140", "-w", str(wav), SPOKEN], check=True)
    subprocess.run([ffmpeg, "-loglevel", "error", "-i", str(wav), "-c:a", "libopus", str(webm)], check=True)
    return webm


def test_an_engine_says_what_it_is_and_can(speech: Speech):
    assert speech.label
    assert isinstance(speech.is_offline, bool)
    assert isinstance(speech.capabilities.transcribes, bool)


def test_an_answer_is_written_down_where_the_engine_hears(speech: Speech, recording: Path):
    if not speech.capabilities.transcribes:
        with pytest.raises(Misconfigured):
            speech.transcribe(recording, "en", "audio/webm")
        return

    found = speech.transcribe(recording, "en", "audio/webm;codecs=opus")

    heard = set(found.text.lower().replace(".", "").replace(",", "").split())
    assert {"query", "plan", "index", "filter"} <= heard
    assert found.engine
    assert found.segments
    assert all(0 <= item.start_s <= item.end_s for item in found.segments)


def test_an_empty_recording_is_an_empty_transcript(speech: Speech, tmp_path: Path):
    if not speech.capabilities.transcribes:
        pytest.skip("this engine does not hear")
    silent = tmp_path / "empty.webm"
    silent.write_bytes(b"")

    assert speech.transcribe(silent, "en", "audio/webm").text == ""


def test_a_question_is_spoken_where_the_engine_has_a_voice(speech: Speech):
    spoken = speech.speak("What did you do then?", "en")

    assert (spoken is not None) == speech.capabilities.speaks
    if spoken is not None:
        assert spoken.data
        assert spoken.content_type.startswith("audio/")


def test_nothing_to_say_is_silence(speech: Speech):
    assert speech.speak("  ", "en") is None


@pytest.mark.skipif(not is_installed(), reason="requirements-speech.txt is not installed")
def test_whisper_refuses_what_is_no_sound_and_other_languages(tmp_path: Path, recording: Path):
    noise = tmp_path / "noise.webm"
    noise.write_bytes(b"this is not a recording" * 50)

    with pytest.raises(Rejected):
        WhisperSpeech().transcribe(noise, "en", "audio/webm")
    with pytest.raises(Rejected):
        WhisperSpeech().transcribe(recording, "hi", "audio/webm")


@pytest.mark.skipif(not is_installed(), reason="requirements-speech.txt is not installed")
def test_whisper_makes_up_no_words_on_silence(tmp_path: Path):
    if not shutil.which("ffmpeg"):
        pytest.skip("ffmpeg is not installed")
    silence = tmp_path / "silence.webm"
    source = ["-f", "lavfi", "-i", "anullsrc=r=48000:cl=mono", "-t", "3"]
    subprocess.run(["ffmpeg", "-loglevel", "error", *source, "-c:a", "libopus", str(silence)], check=True)

    assert WhisperSpeech().transcribe(silence, "en", "audio/webm").text == ""


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (Reply(silent=True), Unavailable),
        (Reply(500, b"{}"), Unavailable),
        (Reply(429, b"{}"), Unavailable),
        (Reply(401, b"{}"), Misconfigured),
        (Reply(404, b"{}"), Misconfigured),
        (Reply(400, b"{}"), Rejected),
        (Reply(body=b"not json"), Rejected),
        (Reply(body=b'{"words": 3}'), Rejected),
    ],
)
def test_each_fault_of_a_server_has_its_meaning(reply: Reply, kind: type[IntegrationError], tmp_path: Path):
    sound = tmp_path / "answer.webm"
    sound.write_bytes(b"sound")
    with faulty_server(reply) as server:
        config = OpenAISpeechConfig("key", server.base_url, transcribe_timeout_seconds=0.3, max_retries=0)
        engine = OpenAISpeech(config)

        with pytest.raises(kind):
            engine.transcribe(sound, "en", "audio/webm")


def test_a_voice_that_sends_no_sound_is_rejected():
    with faulty_server(Reply(body=json.dumps({"error": "no"}).encode())) as server:
        engine = OpenAISpeech(OpenAISpeechConfig("key", server.base_url, voice_model="tts-1"))

        with pytest.raises(Rejected):
            engine.speak("Hello", "en")


@pytest.mark.parametrize(
    ("engine", "key", "kind"),
    [
        ("none", "", NoSpeech),
        ("whisper", "", WhisperSpeech),
        ("openai", "k", OpenAISpeech),
        ("auto", "k", OpenAISpeech),
    ],
)
def test_the_settings_choose_the_engine(settings, engine: str, key: str, kind: type):
    settings.SPEECH_ENGINE, settings.OPENAI_API_KEY, settings.OPENAI_BASE_URL = engine, key, ""

    assert isinstance(get_speech(), kind)


def test_an_engine_that_does_not_exist_is_a_mistake_of_ours(settings):
    settings.SPEECH_ENGINE = "telepathy"

    with pytest.raises(Misconfigured):
        get_speech()
