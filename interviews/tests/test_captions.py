"""Transcripts in step with their recording, waits that are measured, and accommodations that hold."""

from __future__ import annotations

import pytest

from companies.tests.factories import MembershipFactory
from interviews.accommodations import Accommodations
from interviews.captions import clock, webvtt
from interviews.models import Interview
from interviews.services import conversation, devices, invitations, planning, stages
from interviews.tests.conversations import Candidate, sitting, turns_of
from interviews.tests.factories import CandidateQuestionFactory, RecordingFactory


def test_times_are_written_as_webvtt_wants_them():
    assert [clock(0), clock(61.5), clock(3725.0421)] == ["00:00:00.000", "00:01:01.500", "01:02:05.042"]


def test_each_segment_becomes_a_cue_and_words_open_no_tag():
    segments = [
        {"start_s": 0.0, "end_s": 1.5, "text": "I used <b> & more."},
        {"start_s": 1.5, "end_s": 4.0, "text": "फिर मैंने\n\n00:00 --> मापा"},
    ]
    assert webvtt(segments) == (
        "WEBVTT\n\n1\n00:00:00.000 --> 00:00:01.500\nI used &lt;b&gt; &amp; more.\n\n"
        "2\n00:00:01.500 --> 00:00:04.000\nफिर मैंने 00:00 --&gt; मापा\n"
    )


def test_a_text_without_times_is_spread_over_the_recording():
    cues = webvtt([], text=" ".join(["word"] * 28), duration_ms=28_000)
    assert "00:00:00.000 --> 00:00:14.000" in cues
    assert "00:00:14.000 --> 00:00:28.000" in cues
    assert cues.count("-->") == 2


def test_without_words_there_are_no_cues():
    assert webvtt([], duration_ms=1000) == "WEBVTT\n"


@pytest.fixture
def interview(db):
    row = sitting(text_only=False, uses_camera=True)
    planning.run(interview_id=row.pk)
    return row


def test_the_wait_for_the_first_sound_is_kept_once_and_only_for_questions_that_were_asked(interview):
    candidate, (first, second) = Candidate(interview), turns_of(interview)
    candidate.does("open", first)
    url = "{}{}/sound/".format
    answers = [
        candidate.client.post(url(candidate.url, turn.uid), {"milliseconds": value}).json()["kept"]
        for turn, value in ((first, 840), (first, 9), (second, 5))
    ]
    assert answers == [True, False, False]
    assert [turn.first_sound_ms for turn in turns_of(interview)] == [840, None]


@pytest.mark.parametrize("value", ["", "soon", "-1", "99999999"])
def test_a_wait_that_is_none_is_refused(interview, value):
    candidate, (first, _) = Candidate(interview), turns_of(interview)
    candidate.does("open", first)
    sent = {"milliseconds": value}
    answer = candidate.client.post(
        f"{candidate.url}{first.uid}/sound/", sent, headers={"Accept": "application/json"}
    )
    assert answer.status_code == 422


def granted(interview: Interview, **values: object) -> Interview:
    member = MembershipFactory(company=interview.job.company)
    invitations.accommodate(actor=member, interview=interview, granted=Accommodations(**values))
    return Interview.objects.select_related("job__company", "rubric").get(pk=interview.pk)


def test_without_a_camera_nobody_is_filmed_in_any_stage(interview):
    interview.stage_attempts.update_or_create(stage="devices", defaults={"state": {"camera": "ok"}})
    assert devices.has_camera(interview)
    changed = granted(interview, without_camera=True)
    assert not stages.plan_of(changed).uses_camera
    assert not devices.has_camera(changed)


def test_large_captions_and_the_language_reach_the_page(interview):
    changed = granted(interview, large_captions=True, language="hi", extra_time_percent=50)
    page = Candidate(changed).look().content.decode()
    assert "large-captions" in page
    assert 'data-language="hi"' in page
    assert conversation.answer_time(changed).total_seconds() == 270


def test_the_recruiter_grants_them_on_the_page(interview, client):
    member = MembershipFactory(company=interview.job.company)
    client.force_login(member.user)
    sent = {"extra_time_percent": 25, "large_captions": "on", "without_camera": "on", "language": "hi"}
    url = f"/workspace/candidates/{interview.uid}/accommodations/"
    client.post(url, {f"accommodate-{name}": value for name, value in sent.items()})
    interview.refresh_from_db()
    assert Accommodations.of(interview) == Accommodations(25, False, True, True, "hi")


def test_the_recruiter_s_player_gets_captions_and_another_company_none(interview, client):
    turn = turns_of(interview)[0]
    segments = [{"start_s": 0.0, "end_s": 2.0, "text": "I measured first."}]
    interview.turns.filter(pk=turn.pk).update(
        segments=segments, transcript="I measured first.", status="answered"
    )
    recording = RecordingFactory(interview=interview, turn=turn, take=1, status="joined", file="a.webm")
    url = f"/workspace/candidates/{interview.uid}/recordings/{recording.uid}/captions.vtt"
    page_url = f"/workspace/candidates/{interview.uid}/?tab=conversation"
    client.force_login(MembershipFactory(company=interview.job.company).user)
    answer, page = client.get(url), client.get(page_url).content.decode()
    assert answer["Content-Type"] == "text/vtt; charset=utf-8"
    assert answer.content.decode() == "WEBVTT\n\n1\n00:00:00.000 --> 00:00:02.000\nI measured first.\n"
    assert f'src="{url}"' in page
    assert 'data-start="0.0" data-end="2.0">I measured first.</button>' in page
    client.force_login(MembershipFactory().user)
    assert client.get(url).status_code == 404


def test_the_recruiter_sees_what_the_candidate_asked_and_what_waits_for_an_answer(interview, client):
    CandidateQuestionFactory(interview=interview, question="Is there a canteen?")
    client.force_login(MembershipFactory(company=interview.job.company).user)
    page = client.get(f"/workspace/candidates/{interview.uid}/?tab=conversation").content.decode()
    assert "Is there a canteen?" in page
    assert "waits for your answer" in page
