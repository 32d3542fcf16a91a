"""What the tests of the conversation share: a candidate who sits in it, and what they send."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from django.http import HttpResponse
from django.test import Client

from companies.tests.factories import AiInterviewedJobFactory
from interviews.access import seat_key
from interviews.enums import Stage
from interviews.models import Interview, InterviewQuestionAndResponse
from interviews.tests.factories import InterviewFactory, InterviewQuestionFactory, RubricFactory

SAID = (
    "I built a Django service that handled payments for two years. Queries were slow, so I measured them, "
    "added two indexes and cached the exchange rates. I chose PostgreSQL because we needed transactions."
)

#: A job whose conversation is its questions and nothing around them.
_BARE = {
    "has_match": False,
    "question_count": 0,
    "max_follow_ups": 0,
    "has_warm_up": False,
    "takes_questions": False,
}


def sitting(
    *, at: Stage = Stage.CONVERSATION, text_only: bool = True, own: int = 2, **job: object
) -> Interview:
    """An interview at a stage, with the recruiter's own questions and none generated unless asked for."""
    row = AiInterviewedJobFactory(**_BARE | job)
    RubricFactory(job=row)
    for number in range(own):
        InterviewQuestionFactory(job=row, order=number, question=f"Own question {number}?")
    return InterviewFactory(job=row, at=at, text_only=text_only)


@dataclass
class Candidate:
    """A browser that proved the interview's address."""

    interview: Interview
    client: Client = field(default_factory=Client)

    def __post_init__(self) -> None:
        session = self.client.session
        session[seat_key(self.interview)] = self.interview.email
        session.save()

    @property
    def url(self) -> str:
        """The address of the conversation."""
        return f"/i/{self.interview.link_token}/conversation/"

    def look(self) -> HttpResponse:
        """Open, or reload, the page."""
        return self.client.get(self.url)

    def does(
        self, do: str, turn: InterviewQuestionAndResponse, text: str = "", **headers: str
    ) -> HttpResponse:
        """Press a button of the page."""
        sent = {"do": do, "turn": str(turn.uid), "text": text}
        return self.client.post(self.url, sent, headers=headers)

    def writes(self, turn: InterviewQuestionAndResponse, text: str) -> HttpResponse:
        """The page saves what was written so far."""
        return self.client.post(f"{self.url}{turn.uid}/draft/", {"field": "text", "text": text})

    def state(self) -> dict[str, str]:
        """What the page's script asks."""
        return self.client.get(f"{self.url}state/").json()

    def take_url(self, turn: InterviewQuestionAndResponse, take: int = 1) -> str:
        """Where a take of an answer is sent."""
        return f"/i/{self.interview.link_token}/recordings/{turn.uid}/{take}/"

    def sends(
        self,
        turn: InterviewQuestionAndResponse,
        number: int,
        data: bytes,
        *,
        take: int = 1,
        content_type: str = "audio/webm;codecs=opus",
        sha256: str = "",
    ) -> HttpResponse:
        """A chunk of the recording."""
        headers = {
            "X-Content-SHA256": sha256 or hashlib.sha256(data).hexdigest(),
            "Accept": "application/json",
        }
        url = f"{self.take_url(turn, take)}chunks/{number}/"
        return self.client.post(url, data, content_type=content_type, headers=headers)

    def closes(
        self, turn: InterviewQuestionAndResponse, chunks: int, *, take: int = 1, heard: str = ""
    ) -> HttpResponse:
        """The end of the recording."""
        body = {"chunks": chunks, "content_type": "audio/webm", "heard": heard}
        return self.client.post(f"{self.take_url(turn, take)}close/", body, content_type="application/json")


def turns_of(interview: Interview) -> list[InterviewQuestionAndResponse]:
    """The turns as they are now, in order."""
    return list(interview.turns.order_by("order"))


def webm(folder: Path, *, seconds: int = 2, tone: int = 440) -> bytes:
    """A short recording as a browser makes them: WebM with Opus, without a duration."""
    path = folder / f"tone{tone}.webm"
    source = f"sine=frequency={tone}:duration={seconds}"
    command = ["ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", source, "-c:a", "libopus"]
    subprocess.run([*command, "-live", "1", "-f", "webm", str(path)], check=True)
    return path.read_bytes()


def pieces(data: bytes, count: int) -> list[bytes]:
    """The bytes cut into chunks."""
    size = -(-len(data) // count)
    return [data[start : start + size] for start in range(0, len(data), size)]


def has_ffmpeg() -> bool:
    """Whether recordings can be made and measured here."""
    return shutil.which("ffmpeg") is not None and shutil.which("ffprobe") is not None
