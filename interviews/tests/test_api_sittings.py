"""A candidate's program goes through an interview by the API, and nothing tells it what it must not know."""

from __future__ import annotations

import hashlib
import re
from datetime import timedelta

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from assessments.tests.factories import DSAQuestionFactory, QuizQuestionFactory
from assessments.tests.judges import SCRIPTED
from companies.enums import QuizTiming
from companies.tests.api_client import Program
from companies.tests.factories import AiInterviewedJobFactory
from interviewer.integrations.documents.tests.test_resume_documents import pdf
from interviewer.journal.models import OutgoingMail
from interviews.enums import InterviewStatus, Stage
from interviews.models import Interview
from interviews.services import seats
from interviews.tests.coders import SECRET_INPUT, SECRET_OUTPUT, coder
from interviews.tests.conversations import SAID, sitting
from interviews.tests.factories import InterviewFactory, InterviewQuestionFactory, RubricFactory

pytestmark = pytest.mark.django_db


def code_in_mail(address: str) -> str:
    text = OutgoingMail.objects.filter(to=address).latest("pk").text
    return re.search(r"\b(\d{6})\b", text)[0]


class Sitting(Program):
    """A candidate's program with a seat."""

    def at(self, path: str = "") -> str:
        return f"/sittings/{self.uid}/{path}"


def seat(interview: Interview, *, email: str | None = None) -> Sitting:
    token = seats.token(interview=interview, email=interview.email if email is None else email)
    found = Sitting(token)
    found.uid = interview.uid
    return found


@pytest.fixture
def job():
    row = AiInterviewedJobFactory(
        has_match=True, has_quiz=True, has_coding=False, question_count=0, max_follow_ups=0, has_warm_up=False,
        takes_questions=True,
    )  # fmt: skip
    RubricFactory(job=row)
    InterviewQuestionFactory(job=row, question="Why us?")
    QuizQuestionFactory(job=row, description="Which is immutable?")
    return row


def come_in(job) -> Sitting:
    nobody = Program()
    assert nobody.get(f"/public-links/{job.public_token}/").json()["job_title"] == job.title
    begun = nobody.post(f"/public-links/{job.public_token}/")
    me = Sitting(begun.json()["token"])
    me.uid = begun.json()["sitting"]["uid"]
    assert (begun.status_code, begun["Location"]) == (201, f"/api/v1{me.at()}")
    text = me.get(me.at("consents/")).json()
    agreed = me.post(me.at("consents/"), {"agree": True, "text_hash": text["text_hash"], "text_only": True})
    assert (agreed.status_code, agreed.json()["stage"]) == (201, "resume")
    profile = {"first_name": "Asha", "email": "asha@example.com", "skills": ["python", "sql"]}
    assert me.put(me.at("profile/"), profile).json()["stage"] == "email_code"
    return me


def prove(me: Sitting) -> None:
    sent = me.post(me.at("email-codes/"))
    assert (sent.status_code, sent.json()) == (202, {"address": "asha@example.com", "was_sent": True})
    assert me.post(me.at("email-code-checks/"), {"code": "x"}).status_code == 422
    proven = me.post(me.at("email-code-checks/"), {"code": code_in_mail("asha@example.com")})
    assert proven.json()["sitting"]["stage"] == "match"
    assert me.get(me.at("match/")).status_code == 401
    me.token = proven.json()["token"]


def match(me: Sitting, run_tasks) -> None:
    waiting = me.post(me.at("match/"))
    assert (waiting.status_code, waiting.json()) == (202, {"state": "waiting"})
    assert waiting["Location"] == f"/api/v1{me.at('match/')}"
    run_tasks()
    assert me.get(me.at("match/")).json() == {"state": "ready"}
    assert me.post(me.at("match/")).json() == {"state": "done"}


def answer_quiz(me: Sitting) -> None:
    assert me.get(me.at("quiz/")).json()["questions"] == []
    (question,) = me.post(me.at("quiz/")).json()["questions"]
    chosen = {"options": [question["options"][0]["uid"]]}
    answered = me.put(me.at(f"quiz/questions/{question['uid']}/"), chosen)
    assert [one["is_chosen"] for one in answered.json()["options"]].count(True) == 1
    assert me.post(me.at("quiz/hand-in/")).json()["stage"] == "devices"


def talk(me: Sitting, run_tasks) -> None:
    assert me.put(me.at("devices/"), {"mode": "typed"}).json()["stage"] == "conversation"
    assert me.post(me.at("conversation/")).json()["kind"] == "preparing"
    run_tasks()
    moment = me.get(me.at("conversation/")).json()
    assert (moment["kind"], moment["turn"]["question"], moment["says"] != "") == ("greeting", "", True)
    steps = me.at(f"conversation/turns/{moment['turn']['uid']}/steps/")
    assert me.post(steps, {"do": "open"}).json()["turn"]["question"] == "Why us?"
    assert me.put(steps.replace("steps", "words"), {"text": "Because"}).status_code == 204
    assert me.post(steps, {"do": "submit", "text": SAID}).json()["kind"] == "asking"
    asked = me.post(me.at("conversation/questions/"), {"text": "Is there a canteen?"})
    assert (asked.status_code, len(asked.json()["exchange"])) == (201, 1)


def test_a_whole_interview_from_the_public_link_to_the_feedback(job, run_tasks):
    me = come_in(job)
    prove(me)
    match(me, run_tasks)
    answer_quiz(me)
    talk(me, run_tasks)
    assert me.post(me.at("conversation/end/")).json()["status"] == InterviewStatus.SCORING
    assert me.get(me.at("scoring/")).json()["is_over"] is False
    run_tasks()
    assert me.get(me.at("scoring/")).json() == {"is_over": True, "steps": []}
    assert me.get(me.at("feedback/")).json()["opening"] != ""
    assert Interview.objects.get().overall_score is not None


def test_a_resume_is_read_in_the_background(run_tasks):
    me = seat(InterviewFactory(at=Stage.RESUME))
    file = SimpleUploadedFile("cv.pdf", b"no pdf")
    answer = Client().post(
        f"/api/v1{me.at('resumes/')}", {"resume": file}, headers={"authorization": f"Bearer {me.token}"}
    )
    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (415, "/resume")
    file = SimpleUploadedFile("cv.pdf", pdf())
    answer = Client().post(
        f"/api/v1{me.at('resumes/')}", {"resume": file}, headers={"authorization": f"Bearer {me.token}"}
    )
    assert (answer.status_code, answer.json()["reading"]) == (202, "reading")
    run_tasks()
    assert me.get(me.at("profile/")).json()["reading"] == "read"


def test_another_seat_proves_the_address_again_and_sees_nothing_before():
    interview = InterviewFactory(at=Stage.MATCH, email="asha@example.com")
    opened = Program().post("/seats/", {"link_token": interview.link_token})
    assert (opened.status_code, opened.json()["sitting"]["is_proven"]) == (201, False)
    me = Sitting(opened.json()["token"])
    me.uid = interview.uid
    assert me.get(me.at()).status_code == 200
    assert me.get(me.at("profile/")).json()["code"] == "not-signed-in"
    assert me.post(me.at("email-codes/")).json()["address"] == "a•••@example.com"
    proven = me.post(me.at("email-code-checks/"), {"code": code_in_mail("asha@example.com")}).json()
    me.token = proven["token"]
    assert (me.get(me.at("profile/")).status_code, proven["sitting"]["is_proven"]) == (200, True)


def test_a_seat_ends_with_its_link():
    interview = InterviewFactory(at=Stage.MATCH)
    me = seat(interview)
    Interview.objects.update(link_token="another")
    assert me.get(me.at()).json()["code"] == "token-not-valid"
    interview = InterviewFactory(status=InterviewStatus.REVOKED)
    me = seat(interview)
    assert me.get(me.at()).status_code == 410


@pytest.mark.parametrize("link", ["invented", "nul\u0000inside", "ż" * 200])
def test_an_invented_link_gives_no_seat(link):
    assert Program().post("/seats/", {"link_token": link}).status_code in {404, 422}


def test_a_later_stage_is_refused_and_names_the_current_one():
    me = seat(sitting(at=Stage.DEVICES))
    for path in ("conversation/", "match/"):
        answer = me.post(me.at(path))
        assert (answer.status_code, answer.json()["code"], answer.json()["current"]) == (
            409,
            "wrong-stage",
            "devices",
        )


def test_the_quiz_never_tells_what_is_right_and_its_clock_is_the_servers():
    interview = sitting(at=Stage.QUIZ, has_quiz=True, quiz_timing=QuizTiming.WHOLE_TEST, quiz_minutes=5)
    QuizQuestionFactory(job=interview.job)
    me = seat(interview)
    begun = me.post(me.at("quiz/"))
    assert "correct" not in begun.content.decode()
    (question,) = begun.json()["questions"]
    url, answer = me.at(f"quiz/questions/{question['uid']}/"), {"options": [question["options"][0]["uid"]]}
    assert me.put(url, {"options": [str(interview.uid)]}).status_code == 422
    assert me.put(url, {"is_marked": True}).json()["is_marked"] is True
    with time_machine.travel(timezone.now() + timedelta(minutes=6)):
        late = me.put(url, answer)
    assert (late.status_code, late.json()["code"]) == (409, "too-late")


def test_programs_are_judged_in_the_background_and_hidden_cases_stay_hidden(settings, run_tasks):
    settings.JUDGE_ENGINE = SCRIPTED
    candidate = coder()
    me = seat(candidate.interview)
    begun = me.post(me.at("coding/")).json()
    (problem,) = begun["problems"]
    base = me.at(f"coding/problems/{problem['uid']}/")
    shown = me.get(base)
    assert shown.json()["statement"] != ""
    assert me.put(f"{base}drafts/python/", {"code": "x = 1"}).status_code == 200
    body = {"kind": "submit", "language": "python", "code": "AC fine"}
    sent = me.post(f"{base}submissions/", body, idempotency_key="one")
    assert (sent.status_code, sent.json()["status"]) == (202, "queued")
    again = me.post(f"{base}submissions/", body, idempotency_key="one")
    assert (again["Location"], candidate.interview.submissions.count()) == (sent["Location"], 1)
    before = me.get(sent["Location"])
    assert me.get(sent["Location"], if_none_match=before["ETag"]).status_code == 304
    run_tasks()
    after = me.get(sent["Location"], if_none_match=before["ETag"])
    assert (after.status_code, after.json()["done"]) == (200, True)
    assert me.delete(sent["Location"]).status_code == 409
    versions = me.get(f"{base}versions/?language=python").json()["results"]
    assert versions[-1]["key"] == "template"
    assert me.post(f"{base}restore/", {"language": "python", "version": "template"}).status_code == 200
    everything = "".join(one.content.decode() for one in (shown, sent, before, after))
    assert (SECRET_INPUT in everything, SECRET_OUTPUT in everything) == (False, False)
    assert me.post(me.at("coding/hand-in/")).json()["stage"] == "devices"


def test_a_recording_comes_chunk_by_chunk():
    interview = sitting(text_only=False)
    me = seat(interview)
    me.post(me.at("conversation/"))
    turn = interview.turns.create(
        order=1, source="own", question="Why?", status="asked", asked_at=timezone.now()
    )
    data = b"\x1a\x45\xdf\xa3" + b"0" * 60
    url = me.at(f"recordings/{turn.uid}/1/")
    wrong = me.put(f"{url}chunks/0/", data, content_type="audio/webm", x_content_sha256="0" * 64)
    assert wrong.status_code == 422
    digest = hashlib.sha256(data).hexdigest()
    kept = me.put(f"{url}chunks/0/", data, content_type="audio/webm", x_content_sha256=digest)
    assert (kept.status_code, kept.json()["received"]) == (200, 1)
    assert (
        me.put(f"{url}chunks/1/", data, content_type="text/plain", x_content_sha256=digest).status_code == 415
    )
    assert me.get(url).json()["next_number"] == 1
    closed = me.post(f"{url}close/", {"chunks": 1, "content_type": "audio/webm"})
    assert (closed.status_code, closed.json()["missing"]) == (200, [])


def test_spoken_interviews_are_not_typed_by_the_api():
    interview = sitting(at=Stage.DEVICES, text_only=False, allow_text_only=False)
    me = seat(interview)
    refused = me.put(me.at("devices/"), {"mode": "typed"})
    assert (refused.status_code, refused.json()["errors"][0]["pointer"]) == (422, "/mode")
    refused = me.put(me.at("devices/"), {"mode": "recorded"})
    assert refused.json()["errors"][0]["pointer"] == "/microphone"


def test_problems_of_another_job_are_not_there():
    candidate = coder()
    me = seat(candidate.interview)
    me.post(me.at("coding/"))
    assert me.get(me.at(f"coding/problems/{DSAQuestionFactory().uid}/")).status_code == 404
