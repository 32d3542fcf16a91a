"""Validators and interactive problems: who is to blame, and that nothing hangs."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from assessments.judge.interaction import Transcript
from assessments.judge.local import LocalJudge
from assessments.judge.tests.conftest import limits
from assessments.judge.verdicts import KEPT_OUTPUT
from interviewer.integrations.judge.port import Case, CaseResult, ExitCodes, JudgeRequest, Validator, Verdict

EVEN = """
import sys
given, answer, feedback, *arguments = sys.argv[1:]
value = int(sys.stdin.read())
open(feedback + "judgemessage.txt", "w").write(f"got {value}, {open(given).read().strip()}, {arguments}")
sys.exit(42 if value % 2 == 0 and value > int(open(answer).read()) else 43)
"""
GUESS = """
import sys
secret = int(open(sys.argv[1]).read())
for _ in range(20):
    word = sys.stdin.readline()
    if not word.strip().isdigit():
        sys.exit(43)
    if int(word) == secret:
        print("right", flush=True)
        sys.exit(42)
    print("low" if int(word) < secret else "high", flush=True)
sys.exit(43)
"""
BISECT = """
low, high = 1, 1000
while True:
    middle = (low + high) // 2
    print(middle, flush=True)
    said = input()
    if said == "right":
        break
    low, high = (middle + 1, high) if said == "low" else (low, middle - 1)
"""


@pytest.fixture
def judged(judge: LocalJudge) -> Callable[..., CaseResult]:
    def run(
        source: str, validator: Validator, stdin: bytes = b"7", expected: bytes = b"3", **more: object
    ) -> CaseResult:
        case = Case("1", stdin, expected, arguments=more.pop("arguments", ()))
        return judge.judge(
            JudgeRequest(source, "python", (case,), limits(**more), validator=validator)
        ).cases[0]

    return run


def validator(source: str = EVEN, **more: object) -> Validator:
    return Validator(source, "python", **more)


def interactor(source: str = GUESS) -> Validator:
    return Validator(source, "python", is_interactive=True)


@pytest.mark.box
@pytest.mark.parametrize(("printed", "verdict"), [("8", Verdict.AC), ("9", Verdict.WA), ("2", Verdict.WA)])
def test_a_validator_decides(judged: Callable[..., CaseResult], printed: str, verdict: Verdict) -> None:
    result = judged(f"print({printed})", validator(), arguments=("--strict",))

    assert (result.verdict, result.detail) == (verdict, f"got {printed}, 7, ['--strict']")


@pytest.mark.box
@pytest.mark.parametrize(
    ("codes", "code", "verdict"),
    [
        (ExitCodes.KATTIS, 0, Verdict.IE),
        (ExitCodes.KATTIS, 1, Verdict.IE),
        (ExitCodes.TESTLIB, 0, Verdict.AC),
        (ExitCodes.TESTLIB, 1, Verdict.WA),
        (ExitCodes.TESTLIB, 2, Verdict.WA),
        (ExitCodes.TESTLIB, 3, Verdict.IE),
        (ExitCodes.TESTLIB, 42, Verdict.IE),
    ],
)
def test_exit_codes(judged: Callable[..., CaseResult], codes: ExitCodes, code: int, verdict: Verdict) -> None:
    assert judged("print(1)", validator(f"exit({code})", exit_codes=codes)).verdict == verdict


@pytest.mark.box
@pytest.mark.parametrize(
    "source",
    [
        "import os; os.kill(os.getpid(), 9)",
        "def broken(:",
        "import socket; socket.create_connection(('127.0.0.1', 80))",
        "while True: print('x' * 1000)",
    ],
)
def test_a_broken_validator_is_our_fault(judge: LocalJudge, source: str) -> None:
    request = JudgeRequest(
        "print(1)", "python", (Case("1", b"", b""),), limits(), validator=validator(source)
    )

    result = judge.judge(request)

    assert result.verdict == Verdict.IE


@pytest.mark.box
def test_a_program_that_fails_is_not_shown_to_the_validator(judged: Callable[..., CaseResult]) -> None:
    assert judged("print(8); exit(3)", validator("exit(42)")).verdict == Verdict.RTE


@pytest.mark.box
def test_a_dialogue_is_judged_and_written_down(judged: Callable[..., CaseResult]) -> None:
    result = judged(BISECT, interactor(), stdin=b"700")

    assert result.verdict == Verdict.AC
    assert result.stdout.decode().splitlines()[:4] == ["> 500", "< low", "> 750", "< high"]
    assert result.stdout.decode().splitlines()[-1] == "< right"


@pytest.mark.box
@pytest.mark.parametrize(
    ("program", "verdict"),
    [
        ("print('what', flush=True)\nprint(input())", Verdict.WA),
        ("pass", Verdict.WA),
        ("for n in range(1, 100): print(n, flush=True); input()", Verdict.WA),
        ("print(500, flush=True); input(); 1 / 0", Verdict.RTE),
        ("input()", Verdict.ILE),
        ("import time\nprint(1, flush=True)\ntime.sleep(60)", Verdict.ILE),
        ("while True: pass", Verdict.TLE),
        ("import sys\nwhile True: sys.stdout.write('5' * 100000)", Verdict.OLE),
        ("x = [0] * (1 << 30)", Verdict.MLE),
        ("import os, time\nos.close(1)\ntime.sleep(60)", Verdict.ILE),
        ("import ctypes; ctypes.CDLL(None).ptrace(0, 0, 0, 0)", Verdict.SV),
    ],
)
def test_a_bad_party_gets_its_verdict_in_time(
    judged: Callable[..., CaseResult], program: str, verdict: Verdict
) -> None:
    began = time.monotonic()

    result = judged(program, interactor(), stdin=b"700", cpu_ms=500, wall_ms=1500)

    assert result.verdict == verdict, result.detail
    assert time.monotonic() - began < 15


@pytest.mark.box
@pytest.mark.parametrize(
    ("referee", "verdict"),
    [
        ("import time; time.sleep(60)", Verdict.IE),
        ("import sys\nwhile True: print('x' * 1000)", Verdict.IE),
        ("exit(1)", Verdict.IE),
        ("import sys; sys.stdin.read(); exit(42)", Verdict.ILE),
    ],
)
def test_a_bad_interactor_hangs_nobody(
    judged: Callable[..., CaseResult], referee: str, verdict: Verdict
) -> None:
    began = time.monotonic()

    result = judged(BISECT, interactor(referee), stdin=b"700", wall_ms=1500)

    assert result.verdict == verdict, result.detail
    assert time.monotonic() - began < 15


@pytest.mark.box
def test_a_group_is_stopped_early_only_where_that_is_allowed(judge: LocalJudge) -> None:
    cases = tuple(Case(f"{n}", b"", b"no", group="first" if n < 20 else "second") for n in range(24))
    request = JudgeRequest("print('yes')", "python", cases, limits(), stop_early=frozenset({"first"}))

    result = judge.judge(request)

    judged = [int(case.name) for case in result.cases]
    assert [number for number in judged if number >= 20] == [20, 21, 22, 23]
    assert len([number for number in judged if number < 20]) < 6
    assert result.verdict == Verdict.WA


def test_a_transcript_is_capped() -> None:
    transcript = Transcript()
    for _ in range(10_000):
        transcript.add(b">", b"1 2 3\n")
        transcript.add(b"<", b"more\n")

    assert len(transcript.kept) < KEPT_OUTPUT + 10
    assert transcript.kept.decode().endswith("…")
