"""Proves problems of the pool: complete, repeatable, solved by two programs, and not solved by a wrong one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from assessments.judge.checkers import UnknownChecker, checker
from assessments.pool.packages import Package, read
from interviewer.integrations.judge.port import Case, Judge, JudgeRequest, JudgeResult, Limits, Verdict

SECTIONS = ["Input", "Output", "Limits", "Examples"]
LANGUAGES = {".py": "python", ".cpp": "cpp"}
RIGHT = ("solution.py", "solution.cpp")
SAMPLES, HIDDEN = 2, 10
MAX_INPUT, MAX_TOTAL, MAX_STATEMENT = 50_000, 400_000, 20_000


def wrong_programs(package: Package) -> list[str]:
    """The names of the programs that must fail."""
    return sorted(path.name for path in package.folder.glob("wrong*.*") if path.suffix in LANGUAGES)


def faults(package: Package) -> Iterator[str]:
    """What can be seen without running programs in the judge."""
    if re.findall(r"^## (.+)$", package.statement, re.MULTILINE) != SECTIONS:
        yield f"the statement's sections are not {', '.join(SECTIONS)}"
    if not 0 < package.statement.find("\n## ") < MAX_STATEMENT - 1 or len(package.statement) > MAX_STATEMENT:
        yield "the statement begins with a section or is too long"
    if not 1 <= package.minutes <= 180:
        yield f"{package.minutes} minutes"
    missing = [name for name in RIGHT if not (package.folder / name).is_file()]
    yield from (f"there is no {name}" for name in missing)
    if not wrong_programs(package):
        yield "there is no program that must fail"
    if "solution.py" not in missing:
        yield from _case_faults(package)


def _case_faults(package: Package) -> Iterator[str]:
    cases = package.cases
    inputs = [case.input for case in cases]
    if len(package.samples) != SAMPLES or len(cases) < SAMPLES + HIDDEN:
        yield f"{len(package.samples)} samples and {len(cases)} cases"
    if len(set(inputs)) != len(inputs):
        yield "two cases are the same"
    if read(package.folder).cases != cases:
        yield "the cases differ from one time to the next"
    if max(map(len, inputs)) > MAX_INPUT:
        yield f"an input has {max(map(len, inputs))} characters"
    total = sum(len(case.input) + len(case.expected_output) for case in cases)
    if total > MAX_TOTAL:
        yield f"the cases have {total} characters"
    yield from _sample_faults(package)


def _sample_faults(package: Package) -> Iterator[str]:
    try:
        check = checker(package.checker)
    except UnknownChecker as problem:
        yield str(problem)
        return
    for number, ((_input, written), case) in enumerate(zip(package.samples, package.cases, strict=False), 1):
        if not check(written.encode(), case.expected_output.encode()).accepted:
            yield f"sample {number} is written as {written!r} and solved as {case.expected_output!r}"


def judged_faults(package: Package, judge: Judge) -> Iterator[str]:
    """What the judge finds: a solution that does not pass, or a wrong program that does."""
    names = [*RIGHT, *wrong_programs(package)]
    # While one program is compiled, the cases of another are run.
    with ThreadPoolExecutor(len(names)) as threads:
        results = list(threads.map(lambda name: _judge(package, name, judge), names))
    for name, result in zip(names, results, strict=True):
        yield from _solution_fault(name, result) if name in RIGHT else _wrong_fault(name, result)


def _solution_fault(name: str, result: JudgeResult) -> Iterator[str]:
    if result.verdict != Verdict.AC:
        bad = next((case for case in result.cases if case.verdict != Verdict.AC), None)
        yield f"{name} gets {result.verdict}: {bad or result.compile.message}"[:300]


def _wrong_fault(name: str, result: JudgeResult) -> Iterator[str]:
    hidden = {case.verdict for case in result.cases if case.name.startswith("hidden")}
    # A program that only crashes would prove nothing about the cases.
    if not result.compile.ok or not hidden & {Verdict.WA, Verdict.TLE, Verdict.ILE, Verdict.PE}:
        yield f"{name} is not caught by a hidden case: {result.verdict} {result.compile.message}"[:300]


def _judge(package: Package, name: str, judge: Judge) -> JudgeResult:
    cases = tuple(
        Case(
            f"{'sample' if case.is_sample else 'hidden'} {number}",
            case.input.encode(),
            case.expected_output.encode(),
        )
        for number, case in enumerate(package.cases, 1)
    )
    cpu = timedelta(seconds=float(package.seconds_limit))
    limits = Limits(cpu=cpu, wall=cpu * 3 + timedelta(seconds=1), memory_mib=package.memory_mib)
    language = LANGUAGES[(package.folder / name).suffix]
    return judge.judge(JudgeRequest(package.source(name), language, cases, limits, package.checker))
