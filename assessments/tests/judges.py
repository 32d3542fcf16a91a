"""Judges for tests that are not about the sandbox: one that follows the program's first word, one that refuses."""

from __future__ import annotations

from collections.abc import Callable

from interviewer.integrations.failures import Unavailable
from interviewer.integrations.judge.port import (
    Case,
    CaseResult,
    CompileResult,
    JudgeHealth,
    JudgeRequest,
    JudgeResult,
    LanguageInfo,
    Verdict,
)

SCRIPTED = "assessments.tests.judges.ScriptedJudge"
REFUSING = "assessments.tests.judges.RefusingJudge"


class ScriptedJudge:
    """Does what the program's first word says: a verdict for all cases, `samples` for AC on samples and WA on
    hidden ones, `down` for a judge that can't be reached. The program's second word is what it prints; `leak` prints all that the judge was given for the case."""

    def languages(self) -> tuple[LanguageInfo, ...]:
        """Python and C++ are installed, Java is not."""
        return (
            LanguageInfo("python", "Python 3", "3.11", True, "", "# write here\n", "python"),
            LanguageInfo("cpp", "C++", "12", True, "", "// write here\n", "cpp"),
            LanguageInfo("java", "Java", "", False, "not installed", "", "java"),
        )

    def health(self) -> JudgeHealth:
        """Always ready."""
        return JudgeHealth(ready=True)

    def judge(
        self, request: JudgeRequest, on_case: Callable[[CaseResult], None] | None = None
    ) -> JudgeResult:
        """Follow the script, and tell of the last case first as a real judge may."""
        word, *rest = str(request.source).split()
        if word == "down":
            raise Unavailable("the judge does not answer")
        if word == "CE":
            return self._result(Verdict.CE, (), CompileResult(False, "main.cpp:1: error: expected ';'"))
        cases = tuple(self._case(case, word, " ".join(rest)) for case in request.cases)
        for case in reversed(cases):
            if on_case:
                on_case(case)
        return self._result(Verdict.worst(tuple(case.verdict for case in cases)), cases, CompileResult(True))

    def _case(self, case: Case, word: str, printed: str) -> CaseResult:
        passes = "AC" if case.name.startswith("Sample") else "WA"
        verdict = Verdict(passes if word == "samples" else word)
        output = case.stdin + (case.expected or b"") if printed == "leak" else printed.encode()
        return CaseResult(case.name, verdict, 12, 8192, output, output, output.decode())

    def _result(
        self, verdict: Verdict, cases: tuple[CaseResult, ...], compiled: CompileResult
    ) -> JudgeResult:
        return JudgeResult(verdict, compiled, cases, "scripted", "1")


class RefusingJudge(ScriptedJudge):
    """A machine on which the sandbox can't be made."""

    def health(self) -> JudgeHealth:
        """Not ready, and why."""
        return JudgeHealth(
            ready=False, reason="No sandbox can be made here.", remedy="Allow user namespaces."
        )

    def judge(
        self, request: JudgeRequest, on_case: Callable[[CaseResult], None] | None = None
    ) -> JudgeResult:
        """Refuse."""
        raise Unavailable("No sandbox can be made here.")
