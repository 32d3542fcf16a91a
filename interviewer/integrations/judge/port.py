"""The judge port: a program and its cases in, a verdict for each case out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from typing import Protocol


class Verdict(StrEnum):
    """What became of a program. SV and ILE are for reviewers; `shown` gives what everybody else sees."""

    AC = "AC"
    WA = "WA"
    PE = "PE"
    TLE = "TLE"
    MLE = "MLE"
    OLE = "OLE"
    RTE = "RTE"
    CE = "CE"
    IE = "IE"
    SV = "SV"
    ILE = "ILE"

    @property
    def shown(self) -> Verdict:
        """The verdict as candidates see it: a forbidden call is a run-time error, idling a time limit."""
        return {Verdict.SV: Verdict.RTE, Verdict.ILE: Verdict.TLE}.get(self, self)

    @classmethod
    def worst(cls, verdicts: tuple[Verdict, ...]) -> Verdict:
        """The verdict of the whole from those of its cases; AC when there are none."""
        return min(verdicts, key=_WORST_FIRST.index, default=cls.AC)


_WORST_FIRST = (
    *(Verdict.IE, Verdict.SV, Verdict.CE, Verdict.MLE, Verdict.TLE, Verdict.ILE),
    *(Verdict.OLE, Verdict.RTE, Verdict.WA, Verdict.PE, Verdict.AC),
)


@dataclass(frozen=True)
class Case:
    """One input. Without an expected output the program is only run: AC means that it ended well.
    `arguments` go to the validator for this case; `group` is one that may be stopped early, if any."""

    name: str
    stdin: bytes
    expected: bytes | None = None
    weight: int = 1
    group: str = ""
    arguments: tuple[str, ...] = ()


class ExitCodes(StrEnum):
    """What a validator's exit code means: Kattis has 42 and 43, testlib 0, 1, 2 and 3."""

    KATTIS = "kattis"
    TESTLIB = "testlib"


@dataclass(frozen=True)
class Validator:
    """A program of the problem's author that decides, after the conventions of Kattis: its arguments are input,
    answer and a folder for feedback. It reads the output, or plays against the program when `is_interactive`."""

    source: str
    language: str
    is_interactive: bool = False
    exit_codes: ExitCodes = ExitCodes.KATTIS


@dataclass(frozen=True)
class Limits:
    """What one case may use. Time is judged by CPU time; wall time only ends what sleeps."""

    cpu: timedelta = timedelta(seconds=2)
    wall: timedelta = timedelta(seconds=6)
    memory_mib: int = 256
    output_kib: int = 16 * 1024
    processes: int = 32


@dataclass(frozen=True)
class JudgeRequest:
    """A program to be judged. `checker` is a name and its options, such as "floats 1e-6"; a `validator` takes its
    place. In the groups of `stop_early` cases may be left out once one of the group was not accepted."""

    source: str | bytes
    language: str
    cases: tuple[Case, ...]
    limits: Limits = field(default_factory=Limits)
    checker: str = "tokens"
    validator: Validator | None = None
    stop_early: frozenset[str] = frozenset()


@dataclass(frozen=True)
class CaseResult:
    """The verdict on one case. Both outputs are capped; `detail` says in words what happened. Of an interactive
    problem, `stdout` is what both said, line by line: "<" the validator, ">" the program."""

    name: str
    verdict: Verdict
    cpu_ms: int = 0
    memory_kib: int = 0
    stdout: bytes = b""
    stderr: bytes = b""
    detail: str = ""


@dataclass(frozen=True)
class CompileResult:
    """How compilation went; the message is the compiler's, without paths of this machine."""

    ok: bool
    message: str = ""
    cpu_ms: int = 0


@dataclass(frozen=True)
class JudgeResult:
    """The verdict on a program: the worst of its cases, and who judged. Cases that were left out are missing."""

    verdict: Verdict
    compile: CompileResult
    cases: tuple[CaseResult, ...]
    engine: str
    engine_version: str


@dataclass(frozen=True)
class LanguageInfo:
    """A language as candidates see it; `reason` says why it is not available. `syntax` is the editor's name."""

    slug: str
    name: str
    version: str
    available: bool
    reason: str
    template: str
    syntax: str


@dataclass(frozen=True)
class JudgeHealth:
    """Whether code is accepted; if not, why, and what an administrator can do."""

    ready: bool
    reason: str = ""
    remedy: str = ""
    detail: dict[str, object] = field(default_factory=dict)


class Judge(Protocol):
    """Runs programs of strangers. Raises ValueError for a source or a language that it does not take, and
    `interviewer.integrations.failures.Unavailable` while it is not ready."""

    def languages(self) -> tuple[LanguageInfo, ...]:
        """Every language that is known, those that are not installed too."""
        ...

    def health(self) -> JudgeHealth:
        """The outcome of the self-test, made once for each process."""
        ...

    def judge(
        self, request: JudgeRequest, on_case: Callable[[CaseResult], None] | None = None
    ) -> JudgeResult:
        """Compile and run; `on_case` is called in the caller's thread as each case is done, in any order."""
        ...
