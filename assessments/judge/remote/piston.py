"""Piston (engineer-man): compiles anew for each case. Interface: `/api/v2/runtimes` and `/api/v2/execute`."""

from __future__ import annotations

from typing import Any

from assessments.judge.box import Outcome
from assessments.judge.compiling import readable
from assessments.judge.languages import Language
from assessments.judge.remote.base import Built, RemoteJudge, ms
from interviewer.integrations.failures import Rejected
from interviewer.integrations.judge.port import Case, CompileResult, Limits

#: Its names of our languages, where they differ.
NAMES = {"cpp": "c++", "csharp": "csharp.net", "sql": "sqlite3"}
SIGNALS = {"SIGKILL": 9, "SIGSEGV": 11, "SIGABRT": 6, "SIGFPE": 8, "SIGXFSZ": 25, "SIGSYS": 31}


class Piston(RemoteJudge):
    """Set its PISTON_OUTPUT_MAX_SIZE: 1,024 bytes by default. SQL is not offered: it has no input there."""

    engine = "piston"

    def known(self) -> dict[str, str]:
        """The languages that its runtimes name."""
        runtimes = self.service.ask("/api/v2/runtimes") or []
        there = {name: one["version"] for one in runtimes for name in (one["language"], *one["aliases"])}
        from assessments.judge.languages import BY_SLUG

        names = {slug: NAMES.get(slug, slug) for slug in BY_SLUG if slug != "sql"}
        return {slug: there[name] for slug, name in names.items() if name in there}

    def build(self, language: Language, source: str, limits: Limits) -> Built:
        """One run without input tells whether it compiles."""
        version = self.known()[language.slug]

        def ask(stdin: bytes) -> dict[str, Any]:
            body = {
                "language": NAMES.get(language.slug, language.slug),
                "version": version,
                "files": [{"name": self._name(language, source), "content": source}],
                "stdin": stdin.decode("utf-8", "surrogateescape"),
                "run_timeout": int(ms(limits.wall)),
                "run_cpu_time": int(ms(limits.cpu)),
                "run_memory_limit": limits.memory_mib << 20,
            }
            return self.service.ask("/api/v2/execute", body, seconds=ms(limits.wall) / 1000 + 60)

        compiled = ask(b"").get("compile")
        said = readable(str(compiled.get("output", "")).encode()) if compiled else ""
        if compiled and compiled.get("code") != 0:
            return Built(CompileResult(False, said or "Compilation failed."))
        return Built(CompileResult(True, said), lambda case: self._run(case, ask))

    def _name(self, language: Language, source: str) -> str:
        return language.names(source).source if language.names else language.source

    def _run(self, case: Case, ask: Any) -> Outcome:
        try:
            done = ask(case.stdin)["run"]
            status, signal = done.get("status") or "", done.get("signal") or ""
            cpu = float(done.get("cpu_time") or 0)
            killed = {"TO": "wall", "OL": "output", "EL": "output"}.get(status, "")
            message = (done.get("message") or "").lower()
            if "memory" in message:
                killed = "memory"
            elif killed == "wall" and "cpu" in message:
                killed = "cpu"
            how = "broken" if status == "XX" else "killed" if killed else "signal" if signal else "exit"
            return Outcome(
                how=how,
                value=SIGNALS.get(signal, 0) if signal else int(done.get("code") or 0),
                killed=killed,
                cpu_ms=cpu,
                memory_kib=int(done.get("memory") or 0) // 1024,
                stdout=done["stdout"].encode("utf-8", "surrogateescape"),
                stderr=done["stderr"].encode("utf-8", "surrogateescape"),
                error=done.get("message") or "",
            )
        except (LookupError, TypeError, AttributeError, ValueError) as problem:
            raise Rejected("The judge's answer is not Piston's.") from problem
