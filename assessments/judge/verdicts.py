"""From what happened in the box to a verdict. Time is CPU time; what we broke ourselves is never the candidate's."""

from __future__ import annotations

import errno
import signal
from dataclasses import dataclass

from assessments.judge.box import Outcome
from assessments.judge.checkers import Checker
from assessments.judge.languages import Language
from interviewer.integrations.judge.port import Case, CaseResult, Verdict

KEPT_OUTPUT = 64 * 1024
NEAR_MEMORY_LIMIT = 0.95
#: Below this share of its CPU limit, a program that ran into the wall clock was waiting, not working.
IDLE_SHARE = 0.5


@dataclass(frozen=True)
class Allowed:
    """The limits that a case is judged by."""

    cpu_ms: float
    wall_ms: float
    memory_kib: int
    output_kib: int


def judge_case(
    case: Case, outcome: Outcome, allowed: Allowed, language: Language, check: Checker
) -> CaseResult:
    """The verdict on one run."""
    verdict, detail = _what_happened(outcome, allowed, language)
    if verdict is Verdict.AC and case.expected is not None:
        answer = check(outcome.stdout, case.expected)
        if not answer.accepted:
            verdict, detail = Verdict.PE if answer.presentation else Verdict.WA, answer.detail
    return CaseResult(
        name=case.name,
        verdict=verdict,
        cpu_ms=round(outcome.cpu_ms),
        memory_kib=outcome.memory_kib,
        stdout=outcome.stdout[:KEPT_OUTPUT],
        stderr=outcome.stderr[:KEPT_OUTPUT],
        detail=detail,
    )


def _what_happened(outcome: Outcome, allowed: Allowed, language: Language) -> tuple[Verdict, str]:
    if outcome.how == "broken":
        return Verdict.IE, outcome.error
    if outcome.out_of_memory or outcome.killed == "memory":
        return Verdict.MLE, f"More than {allowed.memory_kib // 1024} MiB of memory."
    if outcome.killed == "cpu" or outcome.cpu_ms > allowed.cpu_ms:
        return Verdict.TLE, f"More than {allowed.cpu_ms / 1000:g} s of CPU time."
    if outcome.killed == "wall":
        if outcome.cpu_ms < IDLE_SHARE * allowed.cpu_ms:
            return Verdict.ILE, "The program was waiting, and did not end."
        return Verdict.TLE, f"Did not end within {allowed.wall_ms / 1000:g} s."
    if outcome.killed == "output":
        return Verdict.OLE, f"More than {allowed.output_kib:,} KiB of output."
    if outcome.how == "unstarted":
        return _unstarted(outcome.value)
    if outcome.how == "lost":
        return Verdict.IE, "The box ended without a record."
    return _how_it_ended(outcome, allowed, language)


def _unstarted(error: int) -> tuple[Verdict, str]:
    if error in {errno.ENOMEM, errno.E2BIG}:
        return Verdict.MLE, "The program is too large to be started."
    return Verdict.IE, f"The program could not be started: {errno.errorcode.get(error, error)}."


def _how_it_ended(outcome: Outcome, allowed: Allowed, language: Language) -> tuple[Verdict, str]:
    if outcome.how == "exit" and outcome.value == 0:
        return Verdict.AC, ""
    if outcome.how == "signal" and outcome.value == signal.SIGSYS:
        return Verdict.SV, "Ended for a system call that no program here needs."
    if outcome.how == "signal" and outcome.value == signal.SIGXFSZ:
        return Verdict.OLE, "Wrote a file that is too large."
    last_words = outcome.stderr[-2000:].decode("utf-8", "replace")
    said_so = any(word in last_words for word in language.out_of_memory)
    if said_so or outcome.memory_kib > NEAR_MEMORY_LIMIT * allowed.memory_kib:
        return Verdict.MLE, f"Ran out of its {allowed.memory_kib // 1024} MiB of memory."
    if outcome.how == "signal":
        return Verdict.RTE, f"Ended by signal {outcome.value} ({_signal_name(outcome.value)})."
    return Verdict.RTE, f"Ended with exit code {outcome.value}."


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return "unknown"
