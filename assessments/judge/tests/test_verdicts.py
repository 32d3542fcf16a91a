"""Each verdict, and what is counted for it: time and memory of children and threads too."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from assessments.judge.configuration import Configuration
from assessments.judge.local import LocalJudge
from assessments.judge.tests import programs
from assessments.judge.tests.conftest import limits
from interviewer.integrations.judge.port import Case, JudgeRequest, Verdict

pytestmark = pytest.mark.box
CASE = (Case("1", b"40 2\n", b"42\n"),)

CHILD = """
import os, sys, time
def work():
    until = time.process_time() + 0.3
    kept = bytearray(100 << 20)
    for i in range(0, len(kept), 4096): kept[i] = 1
    while time.process_time() < until: pass
if os.fork() == 0:
    work(); os._exit(0)
os.wait()
"""
LOST_CHILD = (
    CHILD.replace("os.wait()", "time.sleep(0.8)")
    .replace("import", "import signal,", 1)
    .replace("def work", "signal.signal(signal.SIGCHLD, signal.SIG_IGN)\ndef work", 1)
)
THREADS = """
import threading, time
def work():
    until = time.thread_time() + 0.15
    while time.thread_time() < until: pass
for thread in [threading.Thread(target=work) for _ in range(2)]:
    thread.start()
kept = bytearray(100 << 20)
for i in range(0, len(kept), 4096): kept[i] = 1
"""


@pytest.mark.parametrize(
    ("program", "verdict", "detail"),
    [
        ("print(42)", Verdict.AC, ""),
        ("print(43)", Verdict.WA, "Word 1 differs: 43"),
        ("print('4 2')", Verdict.WA, "Word 1 differs: 4"),
        ("while True: pass", Verdict.TLE, "More than 0.5 s of CPU time."),
        ("import time; time.sleep(60)", Verdict.ILE, "The program was waiting, and did not end."),
        (
            "x = bytearray(1 << 30)\nfor i in range(0, 1 << 30, 4096): x[i] = 1",
            Verdict.MLE,
            "More than 256 MiB of memory.",
        ),
        ("while True: print('x' * 1000)", Verdict.OLE, "More than 1,024 KiB of output."),
        ("import os; os.kill(os.getpid(), 11)", Verdict.RTE, "Ended by signal 11 (SIGSEGV)."),
        ("import sys; print(42); sys.exit(3)", Verdict.RTE, "Ended with exit code 3."),
        (
            "import ctypes; ctypes.CDLL(None).unshare(0x10000000)",
            Verdict.SV,
            "Ended for a system call that no program here needs.",
        ),
    ],
)
def test_each_way_to_end_has_its_verdict(run, program, verdict, detail):
    result = run(program, expected=b"42\n", cpu_ms=500, wall_ms=1500)
    assert (result.verdict, result.detail) == (verdict, detail)


def test_what_is_for_reviewers_is_shown_as_something_common():
    assert [Verdict.SV.shown, Verdict.ILE.shown, Verdict.WA.shown] == [Verdict.RTE, Verdict.TLE, Verdict.WA]


@pytest.mark.parametrize(
    ("checker", "printed", "verdict"),
    [
        ("lines", "4\\n2", Verdict.WA),
        ("lines presentation", "4\\n2", Verdict.PE),
        ("lines presentation", "4  2", Verdict.PE),
        ("lines presentation", "4 3", Verdict.WA),
        ("exact", "4 2", Verdict.WA),
        ("exact presentation", "4 2", Verdict.PE),
        ("exact presentation", "4 2\\n", Verdict.AC),
    ],
)
def test_presentation_errors_are_told_only_when_asked_for(run, checker, printed, verdict):
    program = f"import sys; sys.stdout.write('{printed}')"
    assert run(program, expected=b"4 2\n", checker=checker).verdict is verdict


def test_the_worst_case_is_the_programs_verdict(judge):
    cases = tuple(Case(str(number), b"", answer) for number, answer in enumerate([b"1", b"2", b"1"]))
    result = judge.judge(JudgeRequest("print(1)", "python", cases))
    assert ([case.verdict for case in result.cases], result.verdict) == (
        [Verdict.AC, Verdict.WA, Verdict.AC],
        Verdict.WA,
    )


@pytest.mark.parametrize("program", [CHILD, LOST_CHILD, THREADS], ids=["child", "lost child", "threads"])
@pytest.mark.parametrize("counted", ["judge", "polling_judge"])
def test_children_and_threads_count(request, program, counted):
    judge = request.getfixturevalue(counted)
    result = judge.judge(
        JudgeRequest(program, "python", (Case("1", b""),), limits(cpu_ms=4000, wall_ms=8000))
    )
    assert result.verdict is Verdict.AC, result
    assert 280 <= result.cases[0].cpu_ms <= 900
    assert 100 * 1024 <= result.cases[0].memory_kib <= 180 * 1024


def test_the_compiler_is_quoted_without_paths(judge):
    text = '#include "nothing.h"\nint main(void) { return 0; }\n'
    result = judge.judge(JudgeRequest(text, "c", CASE))
    assert (result.verdict, result.cases) == (Verdict.CE, ())
    assert result.compile.message.startswith("main.c:1:10: fatal error: nothing.h: No such file or directory")
    assert "/" not in result.compile.message


@pytest.fixture
def failing_once(judge, tmp_path) -> LocalJudge:
    """A judge whose launcher breaks down the first time that a candidate's program is run."""
    mine = LocalJudge(Configuration(tmp_path / "judge", slots=1))
    assert mine.health().ready
    mine.judge(JudgeRequest(programs.SUMS["c"], "c", ()))
    wrapper = tmp_path / "launcher"
    wrapper.write_text(
        f'#!/bin/sh\n[ -e {tmp_path}/broken ] || {{ : >{tmp_path}/broken; echo "no luck" >&2; exit 70; }}\n'
        f'exec {mine._box.launcher} "$@"\n'
    )
    wrapper.chmod(0o755)
    mine._box.launcher = wrapper
    mine._slots.submit(lambda: setattr(mine._box._here, "keeper", None)).result()
    yield mine
    mine.close()


def test_what_we_broke_is_tried_again(failing_once, tmp_path):
    result = failing_once.judge(JudgeRequest(programs.SUMS["c"], "c", CASE))
    assert (result.verdict, (tmp_path / "broken").exists()) == (Verdict.AC, True)


def test_what_stays_broken_is_our_fault(failing_once, tmp_path):
    Path(failing_once._box.launcher).write_text('#!/bin/sh\necho "no luck" >&2\nexit 70\n')
    result = failing_once.judge(JudgeRequest(programs.SUMS["c"], "c", CASE))
    assert (result.verdict, result.cases[0].detail[:12]) == (Verdict.IE, "the launcher")
    assert not os.path.exists(tmp_path / "broken")
