"""The judge on this machine: compiles once, runs the cases in parallel over the slots, and believes no close call."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from assessments.judge import languages, selftest
from assessments.judge.box import Box, BoxLimits, Outcome, Program, sealed_input
from assessments.judge.build import CannotBuild, ensure_built
from assessments.judge.checkers import Checker, ValidatorFailed, checker
from assessments.judge.compiling import Compiled, Compiler
from assessments.judge.configuration import Configuration, from_settings
from assessments.judge.interaction import OUTPUT_KIB, play
from assessments.judge.languages import Toolchain
from assessments.judge.programs import program_of
from assessments.judge.slots import Slots
from assessments.judge.source import check_source
from assessments.judge.validators import MEMORY_KIB, Referee
from assessments.judge.verdicts import Allowed, judge_case, what_happened
from interviewer.integrations.failures import Unavailable
from interviewer.integrations.judge.port import (
    Case,
    CaseResult,
    CompileResult,
    JudgeHealth,
    JudgeRequest,
    JudgeResult,
    LanguageInfo,
    Limits,
    Validator,
    Verdict,
)

ENGINE = "local"
VERSION = "1"
#: A program is let run a little over its limit, to tell a close call, which is run again alone, from a clear one.
GRACE = 1.25
GRACE_MS = 50
#: Validators may bring a library along.
VALIDATOR_LIMIT = 1024 * 1024


def _ms(duration: timedelta) -> float:
    return duration / timedelta(milliseconds=1)


@dataclass(frozen=True)
class Judging:
    """What decides: a checker of ours, or the validator of the problem."""

    check: Checker
    referee: Referee | None

    def checker_of(self, box: Box, case: Case, slot: int) -> Checker:
        """What is asked about the output of this case."""
        if self.referee is None:
            return self.check
        referee = self.referee
        return lambda output, _expected: referee.check(box, case, output, slot)


class LocalJudge:
    """Runs programs in boxes of this machine. Safe to use from several threads and after a fork."""

    def __init__(self, configuration: Configuration | None = None) -> None:
        self._given = configuration
        self._lock = threading.RLock()
        self._process = 0
        self._health: JudgeHealth | None = None
        self._slots: Slots | None = None

    def languages(self) -> tuple[LanguageInfo, ...]:
        """Every language that is known, those that are not installed too."""
        with ThreadPoolExecutor(4) as asking:
            return tuple(asking.map(languages.info, languages.LANGUAGES))

    def health(self) -> JudgeHealth:
        """The outcome of the self-test, made once for each process."""
        with self._lock:
            if self._process != os.getpid():
                self._prepare()
            assert self._health is not None
            return self._health

    def judge(
        self, request: JudgeRequest, on_case: Callable[[CaseResult], None] | None = None
    ) -> JudgeResult:
        """Compile and run; raises ValueError for a source, language or checker that it does not take, and
        Unavailable while the walls cannot be shown to hold."""
        source = check_source(request.source)
        toolchain = languages.toolchain(request.language)
        check = checker(request.checker)
        state = self.health()
        if not state.ready:
            raise Unavailable(state.reason)
        compiled = self._compile(toolchain, source)
        if not compiled.ok:
            return self._without_cases(compiled)
        try:
            referee = self._referee(request.validator) if request.validator else None
        except ValidatorFailed as problem:
            return self._without_cases(Compiled(False, broken=str(problem)))
        results = self._run_all(request, source, toolchain, compiled, Judging(check, referee), on_case)
        verdict = Verdict.worst(tuple(result.verdict for result in results))
        done = CompileResult(True, compiled.message, compiled.cpu_ms)
        return JudgeResult(verdict, done, results, ENGINE, self._engine_version())

    def _referee(self, validator: Validator) -> Referee:
        """Compile a validator; raises ValidatorFailed when there is none to be had."""
        try:
            source = check_source(validator.source, VALIDATOR_LIMIT)
            toolchain = languages.toolchain(validator.language)
        except ValueError as problem:
            raise ValidatorFailed(f"The validator cannot be used: {problem}") from problem
        compiled = self._compile(toolchain, source)
        if not compiled.ok or compiled.program is None:
            message = compiled.broken or compiled.message
            raise ValidatorFailed(f"The validator does not compile: {message}")
        return Referee(validator, program_of(toolchain, compiled.program, source, MEMORY_KIB // 1024))

    def close(self) -> None:
        """End the worker threads; the next use starts again."""
        with self._lock:
            if self._slots is not None and self._process == os.getpid():
                self._slots.close()
            self._process = 0

    def _prepare(self) -> None:
        """Everything that belongs to one process: threads do not survive a fork."""
        self._process = os.getpid()
        try:
            programs = ensure_built()
            configuration = self._given or from_settings()
            configuration.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._box = Box(programs.launcher, configuration)
            self._slots = Slots(configuration.folder, configuration.slots, configuration.use_cgroups)
            self._compiler = Compiler(self._box, configuration)
            self._health = self._slots.submit(self._test, programs.probe).result()
        except CannotBuild as problem:
            self._health = JudgeHealth(False, str(problem), problem.remedy)
        except OSError as problem:
            self._health = JudgeHealth(False, f"The judge cannot prepare its folder: {problem}")

    def _test(self, probe: Path) -> JudgeHealth:
        assert self._slots is not None
        with self._slots.one() as slot:
            return selftest.run(self._box, probe, slot, self._slots.groups)

    def _compile(self, toolchain: Toolchain, source: str) -> Compiled:
        known = self._compiler.look_up(toolchain, source)
        if known is not None:
            return known
        assert self._slots is not None
        slots = self._slots

        def work() -> Compiled:
            with slots.one() as slot:
                return self._compiler.compile(toolchain, source, slot, slots.groups)

        return slots.submit(work).result()

    def _without_cases(self, compiled: Compiled) -> JudgeResult:
        verdict = Verdict.IE if compiled.broken else Verdict.CE
        result = CompileResult(False, compiled.broken or compiled.message, compiled.cpu_ms)
        return JudgeResult(verdict, result, (), ENGINE, self._engine_version())

    def _run_all(
        self,
        request: JudgeRequest,
        source: str,
        toolchain: Toolchain,
        compiled: Compiled,
        judging: Judging,
        on_case: Callable[[CaseResult], None] | None,
    ) -> tuple[CaseResult, ...]:
        assert self._slots is not None and compiled.program is not None
        program = program_of(toolchain, compiled.program, source, request.limits.memory_mib)
        limits = _for_language(request.limits, toolchain)
        refused: set[str] = set()

        def work(case: Case) -> CaseResult | None:
            if case.group in refused:
                return None
            result = self._run_case(case, program, limits, toolchain, judging)
            if result.verdict is not Verdict.AC and case.group in request.stop_early:
                refused.add(case.group)
            return result

        waiting = {self._slots.submit(work, case): index for index, case in enumerate(request.cases)}
        results: dict[int, CaseResult] = {}
        try:
            for future in as_completed(waiting):
                if (result := future.result()) is None:
                    continue
                results[waiting[future]] = result
                if on_case is not None:
                    on_case(result)
        finally:
            for future in waiting:  # whoever asked may not want the rest: it was cancelled
                future.cancel()
        return tuple(results[index] for index in sorted(results))

    def _run_case(
        self, case: Case, program: Program, limits: Limits, toolchain: Toolchain, judging: Judging
    ) -> CaseResult:
        assert self._slots is not None
        slots = self._slots
        allowed = Allowed(_ms(limits.cpu), _ms(limits.wall), limits.memory_mib * 1024, limits.output_kib)
        box_limits = _box_limits(limits)
        referee = judging.referee

        def interactive(slot: int) -> tuple[CaseResult, Outcome]:
            def became(outcome: Outcome) -> tuple[Verdict, str]:
                return what_happened(outcome, allowed, toolchain.language)

            capped = replace(box_limits, output_kib=min(box_limits.output_kib, OUTPUT_KIB))
            return play(self._box, case, program, referee, capped, slot, slots.groups, became)

        def plain(slot: int) -> tuple[CaseResult, Outcome]:
            with sealed_input(case.stdin) as memory:
                outcome = self._box.run(program, memory, box_limits, slot, slots.groups, ahead=True)
            check = judging.checker_of(self._box, case, slot)
            return judge_case(case, outcome, allowed, toolchain.language, check), outcome

        run = interactive if referee and referee.validator.is_interactive else plain
        with slots.one() as slot:
            result, outcome = run(slot)
            if outcome.how in {"broken", "lost"}:  # ours, never the program's: once more
                result, outcome = run(slot)
        if _is_close_call(result.verdict, outcome, allowed):
            with slots.alone() as slot:
                result, outcome = run(slot)
        return result

    def _engine_version(self) -> str:
        kind = self._health.detail.get("accounting", "") if self._health else ""
        return f"{VERSION} ({kind})" if kind else VERSION


def _for_language(limits: Limits, toolchain: Toolchain) -> Limits:
    factor = toolchain.language.cpu_factor
    return Limits(
        cpu=limits.cpu * factor,
        wall=max(limits.wall, limits.cpu * factor),
        memory_mib=limits.memory_mib,
        output_kib=limits.output_kib,
        processes=max(limits.processes, toolchain.language.processes),
    )


def _box_limits(limits: Limits) -> BoxLimits:
    return BoxLimits(
        cpu_ms=int(_ms(limits.cpu) * GRACE + GRACE_MS),
        wall_ms=int(_ms(limits.wall)),
        memory_kib=limits.memory_mib * 1024,
        output_kib=limits.output_kib,
        processes=limits.processes,
    )


def _is_close_call(verdict: Verdict, outcome: Outcome, allowed: Allowed) -> bool:
    """A time limit that a busy machine may have caused: just over the CPU limit, or the wall clock while working."""
    if verdict is not Verdict.TLE:
        return verdict is Verdict.ILE and outcome.cpu_ms > 0.1 * allowed.cpu_ms
    return outcome.killed in {"", "wall"}
