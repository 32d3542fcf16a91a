"""Small servers that speak the published interfaces of go-judge, Judge0 and Piston; the local judge does the work."""

from __future__ import annotations

import base64
import json
import re
import threading
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from assessments.judge.local import LocalJudge
from interviewer.integrations.judge.port import Case, CaseResult, JudgeRequest, JudgeResult, Limits, Verdict

SOURCES = {"main.py": "python", "main.c": "c", "main.cpp": "cpp"}


class Server:
    """A service on a port of its own. `failing` is a status that it answers instead of working."""

    def __init__(self, judge: LocalJudge, token: str = "", header: str = "Authorization") -> None:
        self.judge, self.token, self.header, self.failing = judge, token, header, 0
        self.kept: dict[str, tuple[str, str]] = {}
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.answer()

            do_POST = do_DELETE = do_GET

            def log_message(self, *_: object) -> None:
                pass

            def answer(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                if outer.token and self.headers.get(outer.header) != outer.token:
                    status, said = 401, None
                elif outer.failing:
                    status, said = outer.failing, None
                else:
                    status, said = 200, outer.work(self.command, self.path, json.loads(body or b"null"))
                text = b"" if said is None else json.dumps(said).encode()
                self.send_response(status)
                self.send_header("Content-Length", str(len(text)))
                self.end_headers()
                self.wfile.write(text)

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.http.server_port}"
        threading.Thread(target=self.http.serve_forever, daemon=True).start()

    def work(self, method: str, path: str, body: Any) -> Any:
        raise NotImplementedError

    def close(self) -> None:
        self.http.shutdown()
        self.http.server_close()

    def judged(
        self, language: str, source: str, stdin: bytes, cpu_ms: float, wall_ms: float, mib: int
    ) -> JudgeResult:
        limits = Limits(
            cpu=timedelta(milliseconds=cpu_ms),
            wall=timedelta(milliseconds=wall_ms),
            memory_mib=mib,
            output_kib=64,
        )
        return self.judge.judge(JudgeRequest(source, language, (Case("1", stdin),), limits))


def exit_of(case: CaseResult) -> tuple[int, int]:
    """Exit code and signal, from our words for them."""
    found = re.match(r"Ended (?:by (signal)|with exit code) (\d+)", case.detail)
    number = int(found[2]) if found else 0
    return (0, number) if found and found[1] else (number, 0)


class GoJudgeServer(Server):
    """`POST /run`, `DELETE /file/:id`, `GET /version`."""

    STATUS = {
        Verdict.AC: "Accepted",
        Verdict.TLE: "Time Limit Exceeded",
        Verdict.ILE: "Time Limit Exceeded",
        Verdict.MLE: "Memory Limit Exceeded",
        Verdict.OLE: "Output Limit Exceeded",
        Verdict.IE: "Internal Error",
    }

    def work(self, method: str, path: str, body: Any) -> Any:
        if path == "/version":
            return {"buildVersion": "1.11.0"}
        if method == "DELETE":
            del self.kept[path.removeprefix("/file/")]
            return None
        command = body["cmd"][0]
        (name, copied), *_ = command["copyIn"].items()
        if "content" in copied:
            return [self.compiled(SOURCES[name], copied["content"], command["copyOutCached"][0])]
        language, source = self.kept[copied["fileId"]]
        result = self.judged(
            *(language, source, command["files"][0]["content"].encode("utf-8", "surrogateescape")),
            *(command["cpuLimit"] / 1e6, command["clockLimit"] / 1e6, command["memoryLimit"] >> 20),
        )
        case = result.cases[0]
        code, signal = exit_of(case)
        status = self.STATUS.get(case.verdict, "Signalled" if signal else "Nonzero Exit Status")
        return [
            {
                "status": status,
                "exitStatus": signal or code,
                "time": case.cpu_ms * 1_000_000,
                "memory": case.memory_kib * 1024,
                "runTime": case.cpu_ms * 1_000_000,
                "files": {"stdout": case.stdout.decode(), "stderr": case.stderr.decode()},
            }
        ]

    def compiled(self, language: str, source: str, artefact: str) -> dict[str, Any]:
        result = self.judge.judge(JudgeRequest(source, language, ()))
        number = f"F{len(self.kept)}"
        done = {"exitStatus": 0, "time": 1_000_000, "memory": 1 << 20, "runTime": 1_000_000}
        if not result.compile.ok:
            files = {"stdout": "", "stderr": result.compile.message}
            return done | {"status": "Nonzero Exit Status", "exitStatus": 1, "files": files}
        self.kept[number] = (language, source)
        return done | {
            "status": "Accepted",
            "files": {"stdout": "", "stderr": ""},
            "fileIds": {artefact: number},
        }


class PistonServer(Server):
    """`GET /api/v2/runtimes`, `POST /api/v2/execute`."""

    def work(self, method: str, path: str, body: Any) -> Any:
        if path == "/api/v2/runtimes":
            return [
                {"language": "python", "version": "3.11.2", "aliases": ["py"]},
                {"language": "c", "version": "12.2.0", "aliases": ["gcc"], "runtime": "gcc"},
                {"language": "c++", "version": "12.2.0", "aliases": ["cpp"], "runtime": "gcc"},
            ]
        language = {"c++": "cpp"}.get(body["language"], body["language"])
        result = self.judged(
            *(language, body["files"][0]["content"], body["stdin"].encode("utf-8", "surrogateescape")),
            *(body["run_cpu_time"], body["run_timeout"], body["run_memory_limit"] >> 20),
        )
        said = {"language": body["language"], "version": body["version"]}
        if not result.compile.ok:
            message = result.compile.message
            done = {"stdout": "", "stderr": message, "output": message, "code": 1, "signal": None}
            return said | {"compile": done, "run": None}
        case = result.cases[0]
        code, signal = exit_of(case)
        status, message = {
            Verdict.TLE: ("TO", "CPU time limit exceeded"),
            Verdict.ILE: ("TO", "Time limit exceeded"),
            Verdict.OLE: ("OL", "Output limit exceeded"),
            Verdict.MLE: ("SG", "Memory limit exceeded"),
            Verdict.IE: ("XX", "Internal error"),
        }.get(case.verdict, ("SG" if signal else "RE" if code else None, None))
        run = {
            "stdout": case.stdout.decode(),
            "stderr": case.stderr.decode(),
            "output": case.stdout.decode() + case.stderr.decode(),
            "code": code,
            "signal": {11: "SIGSEGV", 6: "SIGABRT"}.get(signal),
            "message": message,
            "status": status,
            "cpu_time": case.cpu_ms,
            "wall_time": case.cpu_ms,
            "memory": case.memory_kib * 1024,
        }
        return said | {"run": run}


class Judge0Server(Server):
    """`GET /languages`, `POST /submissions?base64_encoded=true&wait=true`."""

    LANGUAGES = {71: ("Python (3.8.1)", "python"), 50: ("C (GCC 9.2.0)", "c"), 54: ("C++ (GCC 9.2.0)", "cpp")}

    def work(self, method: str, path: str, body: Any) -> Any:
        if path == "/languages":
            return [{"id": number, "name": name} for number, (name, _) in self.LANGUAGES.items()]
        assert path == "/submissions?base64_encoded=true&wait=true"
        result = self.judged(
            self.LANGUAGES[body["language_id"]][1],
            base64.b64decode(body["source_code"]).decode(),
            base64.b64decode(body["stdin"]),
            *(body["cpu_time_limit"] * 1000, body["wall_time_limit"] * 1000, body["memory_limit"] // 1024),
        )
        if not result.compile.ok:
            message = base64.b64encode(result.compile.message.encode()).decode()
            return {"compile_output": message, "status": {"id": 6, "description": "Compilation Error"}}
        case = result.cases[0]
        code, signal = exit_of(case)
        if case.verdict is Verdict.MLE:  # it has no verdict for memory
            code, signal = 0, 9
        number = {Verdict.AC: 3, Verdict.TLE: 5, Verdict.ILE: 5, Verdict.IE: 13, Verdict.OLE: 8}.get(
            case.verdict, 12 if signal else 11
        )
        if case.verdict is Verdict.OLE:
            signal = 25
        return {
            "stdout": base64.b64encode(case.stdout).decode(),
            "stderr": base64.b64encode(case.stderr).decode(),
            "time": f"{case.cpu_ms / 1000:.3f}",
            "memory": case.memory_kib,
            "exit_code": code or None,
            "exit_signal": signal or None,
            "message": None,
            "status": {"id": number, "description": ""},
        }
