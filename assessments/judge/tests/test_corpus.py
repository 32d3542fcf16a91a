"""Hostile programs: each gets a verdict, and what must not happen is looked for from outside of the box."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from assessments.judge import languages
from assessments.judge.local import LocalJudge
from assessments.judge.tests import outside
from assessments.judge.tests.conftest import limits
from assessments.judge.tests.outside import Canaries, Forker
from interviewer.integrations.judge.port import Case, JudgeRequest, JudgeResult, Verdict

pytestmark = pytest.mark.box

FOLDERS = [Path(__file__).parent / name for name in ("corpus", "hostile")]
ENTRIES = [
    entry | {"source": folder / f"{entry['file']}.txt"}
    for folder in FOLDERS
    for entry in json.loads((folder / "expectations.json").read_text())
]
#: Memory and time are counted in another way without control groups: those programs are run both ways.
COUNTED = [entry for entry in ENTRIES if entry["category"] == "resource"]


@pytest.fixture(scope="module")
def canaries(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Canaries]:
    canaries = Canaries(tmp_path_factory.mktemp("canaries"))
    yield canaries
    canaries.close()


@pytest.fixture(autouse=True)
def secret_in_our_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DJANGO_SECRET_KEY", outside.ENVIRONMENT_CANARY)


def request_for(entry: dict, source: str) -> JudgeRequest:
    given = entry["limits"]
    cpu_ms = given.get("cpu_ms", 2000)
    stdin = b"some words of a line\n" * 2_500_000 if entry["stdin"] == "@50MB" else entry["stdin"].encode()
    case = Case("1", stdin, entry["expected_stdout"].encode())
    allowed = limits(cpu_ms=cpu_ms, wall_ms=given.get("wall_ms", 3 * cpu_ms))
    return JudgeRequest(source, entry["language"], (case,) * given.get("runs", 1), allowed, "exact")


def assert_nothing_came_out(result: JudgeResult, canaries: Canaries) -> None:
    said = result.compile.message.encode() + b"".join(case.stdout + case.stderr for case in result.cases)
    assert outside.FILE_CANARY not in said
    assert outside.ENVIRONMENT_CANARY.encode() not in said
    assert [listener.reached for listener in canaries.listeners] == [0, 0, 0]


def assert_contained(entry: dict, judge: LocalJudge, canaries: Canaries) -> None:
    if languages.find(entry["language"]) is None:
        pytest.skip(languages.info(languages.BY_SLUG[entry["language"]]).reason)
    request = request_for(entry, canaries.fill(entry["source"].read_text()))
    before = outside.host_state()
    judge.judge(JudgeRequest(request.source, request.language, ()))  # compiling has limits of its own
    with Forker() as forker:
        began = time.monotonic()
        result = judge.judge(request)
        took = time.monotonic() - began
    verdict = result.cases[0].verdict.shown if result.cases else result.verdict
    assert verdict in entry["expect"], result
    assert {case.verdict for case in result.cases} <= {case.verdict for case in result.cases[:1]}
    assert_nothing_came_out(result, canaries)
    assert outside.wait_for_no_survivors() == []
    assert outside.host_state() == before
    assert forker.failures == []
    # What was close is run a second time, alone.
    wall = request.limits.wall.total_seconds() + 1
    assert took < (2 * wall if verdict is Verdict.TLE else wall) * len(request.cases)
    assert all(case.memory_kib < 2 * request.limits.memory_mib * 1024 for case in result.cases)
    assert all(len(case.stdout) <= request.limits.output_kib * 1024 for case in result.cases)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["name"])
def test_a_hostile_program_is_contained(entry, judge, canaries):
    assert_contained(entry, judge, canaries)


@pytest.mark.parametrize("entry", COUNTED, ids=lambda entry: entry["name"])
def test_a_hostile_program_is_contained_without_control_groups(entry, polling_judge, canaries):
    assert_contained(entry, polling_judge, canaries)
