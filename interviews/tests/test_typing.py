"""How a program is typed: kept with each save, checked against what is stored, never a reason to lose code."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from assessments import edits
from assessments.models import CodeDraft, TypingRecord
from assessments.services import typing_records
from assessments.services import versions as kept_versions
from assessments.tests.judges import SCRIPTED
from companies.enums import Role
from companies.tests.factories import CompanyFactory, MembershipFactory
from interviews.consents import VERSION
from interviews.tests.coders import Coder, coder
from interviews.tests.factories import ConsentFactory

pytestmark = pytest.mark.django_db
TEMPLATE = "# write here\n"


@pytest.fixture(autouse=True)
def scripted(settings):
    settings.JUDGE_ENGINE = SCRIPTED


@pytest.fixture
def candidate() -> Coder:
    found = coder()
    ConsentFactory(interview=found.interview, text_version=VERSION)
    found.look()
    return found


def saves(who: Coder, code: str, *events: list, first: int = 0, session: str = "tab", **more: str):
    typing = json.dumps({"session": session, "first": first, "events": list(events)})
    url = f"{who.url}{who.problem.uid}/draft/"
    body = {"language": "python", "code": code, "typing": typing} | more
    return who.client.post(url, body, content_type="application/json")


def record() -> TypingRecord:
    return TypingRecord.objects.get()


def replayed() -> str:
    return edits.replay(record().base, edits.unpack(bytes(record().events)))


def test_what_was_typed_can_be_replayed_to_the_stored_draft(candidate):
    saves(candidate, f"{TEMPLATE}x", [900, 13, 0, "x"])
    saves(candidate, f"{TEMPLATE}xyz", [300, 14, 0, "yz"], first=1)
    assert (record().base, replayed()) == (TEMPLATE, f"{TEMPLATE}xyz")
    assert (record().is_complete, record().count, record().length_ms) == (True, 2, 1200)
    assert CodeDraft.objects.get().code == replayed()


def test_a_save_that_is_sent_twice_counts_once(candidate):
    for _time in range(2):
        saves(candidate, f"{TEMPLATE}x", [900, 13, 0, "x"])
    assert (record().count, record().is_complete) == (1, True)


def test_a_page_that_is_opened_anew_goes_on(candidate):
    saves(candidate, f"{TEMPLATE}x", [900, 13, 0, "x"])
    with time_machine.travel(timezone.now() + timedelta(seconds=60)):
        saves(candidate, f"{TEMPLATE}xy", [500, 14, 0, "y"], session="other")
    events = edits.unpack(bytes(record().events))
    assert [event[1] for event in events] == [13, "s", 14]
    assert record().is_complete
    assert 59_000 <= record().length_ms <= 62_000


def test_what_does_not_lead_to_the_draft_is_marked_as_a_gap_and_the_draft_is_kept(candidate):
    saves(candidate, f"{TEMPLATE}abc", [900, 13, 0, "x"])
    assert CodeDraft.objects.get().code == f"{TEMPLATE}abc"
    assert replayed() == f"{TEMPLATE}abc"
    assert not record().is_complete
    assert edits.summary(edits.unpack(bytes(record().events))).gaps == 1


@pytest.mark.parametrize("typing", ["{", "[]", '{"session": "s", "first": 0, "events": [[1, 99999, 5, ""]]}'])
def test_events_that_make_no_sense_lose_no_code(candidate, typing):
    answer = saves(candidate, "print(1)", typing=typing)
    assert answer.status_code == 200
    assert CodeDraft.objects.get().code == replayed() == "print(1)"
    assert not record().is_complete


def test_times_in_the_future_are_cut(candidate):
    saves(candidate, f"{TEMPLATE}x", [900, 13, 0, "x"])
    saves(candidate, f"{TEMPLATE}xy", [20 * 60 * 60 * 1000, 14, 0, "y"], first=1)
    assert record().length_ms <= 900 + typing_records.SLACK_MS + 5_000
    assert not record().is_complete


def test_a_record_is_bounded(candidate, monkeypatch):
    monkeypatch.setattr(typing_records, "MAX_SIZE", 60)
    text = TEMPLATE
    for number in range(12):
        saves(candidate, f"{text}y", [10, edits.length(text), 0, "y"], first=number)
        text += "y"
    assert record().size < 120
    assert not record().is_complete
    assert CodeDraft.objects.get().code == text


def test_without_a_script_the_change_is_kept_as_a_gap(candidate):
    candidate.sends("print(1)", "save", shown_language="python", json=False)
    assert (replayed(), record().is_complete) == ("print(1)", False)


def test_who_agreed_to_the_text_before_is_not_recorded():
    old = coder()
    ConsentFactory(interview=old.interview, text_version="1")
    assert old.look().context["records_typing"] is False
    saves(old, f"{TEMPLATE}x", [900, 13, 0, "x"])
    assert not TypingRecord.objects.exists()


def test_an_hour_of_typing_takes_a_few_kilobytes_a_minute(candidate):
    """400 characters a minute, in events as the browser merges them."""
    line = "    total = total + values[index]\n"
    sent, text = 0, TEMPLATE
    for minute in range(5):
        events, before = [], text
        for _line in range(12):
            for start in range(0, len(line), 6):
                piece = line[start : start + 6]
                events.append([850, len(text), 0, piece])
                text += piece
        with time_machine.travel(timezone.now() + timedelta(minutes=minute + 1)):
            saves(candidate, text, *events, first=minute * 72)
        sent = len(json.dumps(events, separators=(",", ":")))
        assert before != text
    assert sent < 3 * 1024
    assert len(bytes(record().events)) < 5 * 1024
    assert record().is_complete


# Earlier versions


def versions(who: Coder, **query: str) -> list:
    page = who.client.get(f"{who.url}{who.problem.uid}/versions/", {"language": "python"} | query)
    return page.context["versions"]


def test_a_version_is_kept_once_a_minute_and_before_much_is_lost(candidate):
    begun = timezone.now()
    for second in range(0, 210, 11):
        with time_machine.travel(begun + timedelta(seconds=second)):
            candidate.drafts(f"print({'1' * (second + 10)})")
    labels = [one.label for one in versions(candidate)]
    assert labels == ["Kept while typing"] * 3 + ["The template of the language"]
    candidate.drafts("")
    assert len(versions(candidate)[0].code) > 190


def test_versions_are_bounded_and_the_first_one_stays(candidate, monkeypatch):
    monkeypatch.setattr(kept_versions, "EVERY", timedelta(seconds=10))
    begun = timezone.now() + timedelta(seconds=1)
    for number in range(kept_versions.KEPT + 12):
        with time_machine.travel(begun + timedelta(seconds=11 * number)):
            candidate.drafts(f"print({number})")
    codes = [one.code for one in versions(candidate)][:-1]
    assert len(codes) == kept_versions.KEPT
    assert codes[0] == f"print({kept_versions.KEPT + 10})"
    assert codes[-1] == "print(1)", "the first one that was a while old"


def test_a_version_is_put_back_and_the_present_one_becomes_a_version(candidate):
    candidate.drafts("print('first')")
    candidate.drafts("x")
    kept = versions(candidate)[0]
    url = f"{candidate.url}{candidate.problem.uid}/restore/"
    body = {"language": "python", "version": kept.key}
    answer = candidate.client.post(url, body, content_type="application/json")
    assert answer.json() == {"language": "python", "code": "print('first')"}
    assert CodeDraft.objects.get().code == "print('first')"
    assert next(one.code for one in versions(candidate)) == "x"
    assert edits.unpack(bytes(record().events))[-1][4] == "r"
    assert candidate.client.post(url, body).status_code == 302, "and without a script"


def test_the_template_and_what_was_run_are_versions_too(candidate):
    candidate.sends("AC", "run")
    rows = versions(candidate)
    assert [one.label for one in rows] == ["Run: queued", "The template of the language"]
    assert rows[-1].code == TEMPLATE


def test_a_version_of_somebody_else_is_missing(candidate):
    other = coder()
    other.look()
    other.sends("secret", "run")
    url = f"{candidate.url}{candidate.problem.uid}/restore/"
    body = {"language": "python", "version": str(other.submission().uid)}
    assert candidate.client.post(url, body, content_type="application/json").status_code == 404


# The recruiter


@pytest.fixture
def recruiter(client, candidate):
    person = MembershipFactory(company=candidate.interview.job.company, role=Role.REVIEWER)
    client.force_login(person.user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_the_code_tab_says_in_sum_how_it_was_typed(candidate, recruiter):
    saves(candidate, f"{TEMPLATE}x = 1", [900, 13, 0, "x"], [100, 14, 0, " = 1", "p"], [50, "b"], [4000, "f"])
    candidate.sends("AC", "run")
    page = recruiter.get(f"/workspace/candidates/{candidate.interview.uid}/?tab=code")
    (shown,) = page.context["typings"]
    assert (shown.runs, shown.submissions, shown.summary.times_away) == (1, 0, 1)
    assert [(one["length"], one["begins"]) for one in shown.pastes] == [(4, "= 1")]
    assert "4 characters" in page.content.decode()


def test_the_player_gets_the_events(candidate, recruiter):
    saves(candidate, f"{TEMPLATE}x", [900, 13, 0, "x"])
    url = f"/workspace/candidates/{candidate.interview.uid}/typing/{record().uid}/"
    answer = recruiter.get(url).json()
    assert (answer["base"], answer["events"], answer["complete"]) == (TEMPLATE, [[900, 13, 0, "x"]], True)


def test_another_company_sees_nothing_of_it(candidate, client):
    saves(candidate, f"{TEMPLATE}x", [900, 13, 0, "x"])
    mallory = MembershipFactory(company=CompanyFactory())
    client.force_login(mallory.user, backend="django.contrib.auth.backends.ModelBackend")
    url = f"/workspace/candidates/{candidate.interview.uid}/typing/{record().uid}/"
    assert client.get(url).status_code == 404
