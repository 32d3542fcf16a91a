"""Judge0 CE, 1.13.1 or later: compiles anew for each case. Interface: `/languages` and `/submissions?wait=true`."""

from __future__ import annotations

import base64
import re
from typing import Any

from assessments.judge.box import Outcome
from assessments.judge.compiling import readable
from assessments.judge.languages import Language
from assessments.judge.remote.base import Built, RemoteJudge, ms
from interviewer.integrations.failures import Rejected
from interviewer.integrations.judge.port import Case, CompileResult, Limits

#: How its names of our languages begin; of several versions the newest is taken.
NAMES = {
    "python": r"Python \(3",
    "c": r"C \(GCC",
    "cpp": r"C\+\+ \(GCC",
    "java": r"Java \(",
    "javascript": r"JavaScript \(",
    "typescript": r"TypeScript \(",
    "go": r"Go \(",
    "rust": r"Rust \(",
    "kotlin": r"Kotlin \(",
    "csharp": r"C# \(",
}
ACCEPTED, WRONG, TIME, COMPILE, INTERNAL = 3, 4, 5, 6, 13


class Judge0(RemoteJudge):
    """It has no verdict for memory: a program that was killed near its limit is taken for one."""

    engine = "judge0"
    header = "X-Auth-Token"

    def _found(self) -> dict[str, tuple[int, str]]:
        found: dict[str, tuple[int, str]] = {}
        for one in self.service.ask("/languages") or []:
            for slug, begin in NAMES.items():
                if re.match(begin, one["name"]) and one["id"] > found.get(slug, (0, ""))[0]:
                    number = re.search(r"\d+(\.\d+)+", one["name"])
                    found[slug] = (one["id"], number.group() if number else one["name"])
        return found

    def known(self) -> dict[str, str]:
        """The languages that it lists."""
        return {slug: version for slug, (_, version) in self._found().items()}

    def build(self, language: Language, source: str, limits: Limits) -> Built:
        """One run without input tells whether it compiles."""
        number, _ = self._found()[language.slug]
        text = source
        if language.names:  # its Java file is always Main.java
            text = re.sub(rf"\b{re.escape(language.names(source).source[:-5])}\b", "Main", source)

        def ask(stdin: bytes) -> dict[str, Any]:
            body = {
                "source_code": _encoded(text.encode()),
                "language_id": number,
                "stdin": _encoded(stdin),
                "cpu_time_limit": ms(limits.cpu) / 1000,
                "wall_time_limit": ms(limits.wall) / 1000,
                "memory_limit": limits.memory_mib * 1024,
                "enable_network": False,
            }
            seconds = ms(limits.wall) / 1000 + 60
            return self.service.ask("/submissions?base64_encoded=true&wait=true", body, seconds=seconds)

        first = ask(b"")
        said = readable(_decoded(first.get("compile_output")))
        if first["status"]["id"] == COMPILE:
            return Built(CompileResult(False, said or "Compilation failed."))
        return Built(CompileResult(True, said), lambda case: _outcome(case, ask, limits))


def _outcome(case: Case, ask: Any, limits: Limits) -> Outcome:
    done = ask(case.stdin)
    try:
        status, signal = done["status"]["id"], int(done.get("exit_signal") or 0)
        cpu, memory = float(done.get("time") or 0) * 1000, int(done.get("memory") or 0)
        killed = ""
        if status == TIME:
            killed = "cpu" if cpu >= ms(limits.cpu) else "wall"
        how = "broken" if status >= INTERNAL else "killed" if killed else "signal" if signal else "exit"
        return Outcome(
            how=how,
            value=signal or int(done.get("exit_code") or 0),
            killed=killed,
            cpu_ms=cpu,
            memory_kib=memory,
            stdout=_decoded(done.get("stdout")),
            stderr=_decoded(done.get("stderr")),
            error=_decoded(done.get("message")).decode(errors="replace"),
        )
    except (LookupError, TypeError, ValueError) as problem:
        raise Rejected("The judge's answer is not Judge0's.") from problem


def _encoded(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _decoded(text: str | None) -> bytes:
    return base64.b64decode(text or "")
