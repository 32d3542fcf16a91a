"""What every judge behind the port does, ours and those of others over HTTP."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assessments.judge.checkers import UnknownChecker
from assessments.judge.languages import UnknownLanguage
from assessments.judge.remote import GoJudge, Judge0, Piston
from assessments.judge.source import SourceEmpty, SourceTooLarge
from assessments.judge.tests import programs
from assessments.judge.tests.conftest import limits
from assessments.judge.tests.services import GoJudgeServer, Judge0Server, PistonServer
from interviewer.integrations.failures import Misconfigured, Rejected, Unavailable
from interviewer.integrations.judge.port import Case, Judge, JudgeRequest, Verdict

pytestmark = pytest.mark.box
REMOTE = {
    "go-judge": (GoJudge, GoJudgeServer),
    "piston": (Piston, PistonServer),
    "judge0": (Judge0, Judge0Server),
}
CASES = (Case("a", b"40 2\n", b"42\n"), Case("b", b"1 2\n", b"4\n"))


@pytest.fixture(params=["local", *REMOTE])
def engine(request, judge) -> Iterator[Judge]:
    if request.param == "local":
        yield judge
        return
    client, service = REMOTE[request.param]
    server = service(judge)
    yield client(server.url)
    server.close()


@pytest.fixture(params=list(REMOTE))
def remote(request, judge) -> Iterator[tuple]:
    client, service = REMOTE[request.param]
    server = service(judge, token="right", header=client.header)
    yield client(server.url, "right"), server, client
    server.close()


def one(engine: Judge, program: str, language: str = "python", **more: int):
    more = {"cpu_ms": 500, "wall_ms": 1500, "output_kib": 64} | more
    return engine.judge(JudgeRequest(program, language, (Case("1", b"40 2\n", b"42\n"),), limits(**more)))


@pytest.mark.parametrize("language", ["python", "c", "cpp"])
def test_each_case_is_judged_and_told(engine, language):
    told = []
    result = engine.judge(JudgeRequest(programs.SUMS[language], language, CASES), told.append)
    assert [(case.name, case.verdict) for case in result.cases] == [("a", Verdict.AC), ("b", Verdict.WA)]
    assert sorted(case.name for case in told) == ["a", "b"]
    assert (result.verdict, result.compile.ok, result.cases[0].stdout) == (Verdict.WA, True, b"42\n")
    assert result.engine and result.engine_version
    assert all(case.memory_kib > 0 for case in result.cases)


@pytest.mark.parametrize(
    ("program", "verdict"),
    [
        ("while True: pass", Verdict.TLE),
        ("import time; time.sleep(60)", Verdict.TLE),
        ("raise SystemExit(3)", Verdict.RTE),
        ("import os; os.kill(os.getpid(), 11)", Verdict.RTE),
        ("kept = []\nwhile True: kept.append(b'x' * (1 << 20))", Verdict.MLE),
        ("while True: print('x' * 1000)", Verdict.OLE),
    ],
)
def test_each_way_to_end_has_its_verdict(engine, program, verdict):
    assert one(engine, program, cpu_ms=1000, wall_ms=2000).verdict.shown is verdict


def test_what_does_not_compile_has_no_cases(engine):
    result = one(engine, programs.BROKEN["c"], "c")
    assert (result.verdict, result.cases, result.compile.ok) == (Verdict.CE, (), False)
    assert "main.c:2:" in result.compile.message


def test_checkers_are_the_same_everywhere(engine):
    request = JudgeRequest("print(0.30000001)", "python", (Case("1", b"", b"0.3\n"),), limits())
    assert engine.judge(request).verdict is Verdict.WA
    floats = JudgeRequest(request.source, "python", request.cases, limits(), "floats 1e-6")
    assert engine.judge(floats).verdict is Verdict.AC


def test_what_is_no_program_is_refused(engine):
    for wrong, refusal in (
        (JudgeRequest("", "python", CASES), SourceEmpty),
        (JudgeRequest("#" * 70_000, "python", CASES), SourceTooLarge),
        (JudgeRequest("print(1)", "cobol", CASES), UnknownLanguage),
        (JudgeRequest("print(1)", "python", CASES, checker="guess"), UnknownChecker),
    ):
        with pytest.raises(refusal):
            engine.judge(wrong)


def test_languages_and_health_are_told(engine):
    known = {one.slug: one for one in engine.languages()}
    assert known["python"].available and known["python"].version
    assert all(bool(one.reason) != one.available for one in known.values())
    assert engine.health().ready


def test_a_service_that_fails_is_asked_again_later(remote):
    engine, server, _ = remote
    server.failing = 503
    with pytest.raises(Unavailable, match="cannot answer now"):
        one(engine, "print(42)")
    assert (engine.health().ready, engine.languages()[0].available) == (False, False)
    server.failing = 422
    with pytest.raises(Rejected, match="does not take this"):
        one(engine, "print(42)")


def test_a_service_that_is_gone_is_unavailable(remote):
    _, _, client = remote
    nowhere = client("http://127.0.0.1:1", "right")
    with pytest.raises(Unavailable, match="does not answer"):
        one(nowhere, "print(42)")
    assert "Check JUDGE_URL" in nowhere.health().remedy


def test_the_token_is_sent_and_missed(remote):
    engine, server, client = remote
    assert one(engine, "print(42)").verdict is Verdict.AC
    with pytest.raises(Misconfigured, match="set JUDGE_TOKEN"):
        one(client(server.url, "wrong"), "print(42)")


def test_go_judge_is_left_without_our_programs(judge):
    server = GoJudgeServer(judge)
    assert one(GoJudge(server.url), "print(42)").verdict is Verdict.AC
    assert server.kept == {}
    server.close()


def test_an_address_is_needed():
    with pytest.raises(Misconfigured, match="Set JUDGE_URL"):
        GoJudge("judge:5050")
