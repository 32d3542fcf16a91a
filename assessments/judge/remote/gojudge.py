"""go-judge (criyle): compiles once, keeps the program, runs it for each case. Interface: `POST /run`."""

from __future__ import annotations

from typing import Any

from assessments.judge.box import Outcome
from assessments.judge.compiling import readable
from assessments.judge.languages import Language
from assessments.judge.remote.base import Built, RemoteJudge, ms
from interviewer.integrations.failures import Rejected
from interviewer.integrations.judge.port import Case, CompileResult, Limits

#: Commands in the service's own image: source, artefact, compile, run.
COMMANDS: dict[str, tuple[str, str, list[str], list[str]]] = {
    "python": (
        *("main.py", "main.py"),
        ["/usr/bin/python3", "-m", "py_compile", "main.py"],
        ["/usr/bin/python3", "main.py"],
    ),
    "c": ("main.c", "main", ["/usr/bin/gcc", "-O2", "-std=gnu17", "-o", "main", "main.c", "-lm"], ["main"]),
    "cpp": ("main.cpp", "main", ["/usr/bin/g++", "-O2", "-std=gnu++20", "-o", "main", "main.cpp"], ["main"]),
}
ENVIRONMENT = ["PATH=/usr/bin:/bin", "HOME=/w", "LANG=C.UTF-8"]
KILLED = {
    "Time Limit Exceeded": "wall",
    "Memory Limit Exceeded": "memory",
    "Output Limit Exceeded": "output",
}


class GoJudge(RemoteJudge):
    """Memory and CPU time are the service's own count, in bytes and nanoseconds."""

    engine = "go-judge"

    def known(self) -> dict[str, str]:
        """The languages that we have commands for: the service does not say what its image holds."""
        version = (self.service.ask("/version") or {}).get("buildVersion", "unknown")
        return dict.fromkeys(COMMANDS, str(version))

    def build(self, language: Language, source: str, limits: Limits) -> Built:
        """Compile; what comes out stays with the service for the runs."""
        name, artefact, compile_command, run_command = COMMANDS[language.slug]
        asked = self._command(compile_command, b"", 10_000, 20_000, 1024, 1024)
        asked |= {"copyIn": {name: {"content": source}}, "copyOutCached": [artefact]}
        done = self._run(asked)
        said = readable((done["files"].get("stderr", "") + done["files"].get("stdout", "")).encode())
        kept = done.get("fileIds", {}).get(artefact)
        if done["status"] != "Accepted" or not kept:
            return Built(CompileResult(False, said or done["status"], done["time"] // 1_000_000))

        def run(case: Case) -> Outcome:
            wanted = self._command(
                *(run_command, case.stdin, ms(limits.cpu), ms(limits.wall)),
                *(limits.memory_mib, limits.output_kib),
            )
            return _outcome(self._run(wanted | {"copyIn": {artefact: {"fileId": kept}}}), limits)

        def forget() -> None:
            self.service.ask(f"/file/{kept}", method="DELETE")

        return Built(CompileResult(True, said, done["time"] // 1_000_000), run, forget)

    def _command(
        self, words: list[str], stdin: bytes, cpu: float, wall: float, memory: int, output: int
    ) -> dict:
        return {
            "args": words,
            "env": ENVIRONMENT,
            "files": [
                {"content": stdin.decode("utf-8", "surrogateescape")},
                *({"name": name, "max": output * 1024} for name in ("stdout", "stderr")),
            ],
            "cpuLimit": int(cpu * 1_000_000),
            "clockLimit": int(wall * 1_000_000),
            "memoryLimit": memory << 20,
            "procLimit": 64,
        }

    def _run(self, command: dict) -> dict[str, Any]:
        seconds = command["clockLimit"] / 1e9 + 30
        try:
            done = self.service.ask("/run", {"cmd": [command]}, seconds=seconds)[0]
            return {"files": {}, "time": 0, "memory": 0, "exitStatus": 0} | done
        except (LookupError, TypeError) as problem:
            raise Rejected("The judge's answer is not go-judge's.") from problem


def _outcome(done: dict[str, Any], limits: Limits) -> Outcome:
    status, cpu = done["status"], done["time"] / 1e6
    how = {"Accepted": "exit", "Nonzero Exit Status": "exit", "Signalled": "signal"}.get(status, "killed")
    if status in {"Internal Error", "File Error"}:
        how = "broken"
    killed = KILLED.get(status, "")
    if killed == "wall" and cpu >= ms(limits.cpu):
        killed = "cpu"
    return Outcome(
        how=how,
        value=done["exitStatus"],
        killed=killed,
        cpu_ms=cpu,
        memory_kib=done["memory"] // 1024,
        stdout=done["files"].get("stdout", "").encode("utf-8", "surrogateescape"),
        stderr=done["files"].get("stderr", "").encode("utf-8", "surrogateescape"),
        error=done.get("error", ""),
    )
