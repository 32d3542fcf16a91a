"""The judge on the command line: `manage.py judge` and `manage.py judge_selftest`.

They need the settings but neither the models nor the database, so that they start at once: manage.py calls them
before Django has loaded the apps.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from interviewer.integrations.failures import IntegrationError
from interviewer.integrations.judge import get_judge
from interviewer.integrations.judge.port import Case, JudgeRequest, JudgeResult, Limits

DONE, FAILED, MISUSED = 0, 1, 2


class Misuse(Exception):
    """The command cannot be understood; says why."""


def judge(arguments: Sequence[str], program: str = "manage.py judge") -> int:
    """Judge one program on the cases of a folder; 0 whatever the verdict, 1 when nothing can be judged here, 2 for
    a command that makes no sense."""
    options = _parser(program).parse_args(arguments)
    try:
        request = _request(options)
        result = get_judge().judge(request)
    except (Misuse, ValueError) as problem:
        print(problem, file=sys.stderr)
        return MISUSED
    except IntegrationError as problem:
        state = get_judge().health()
        print(f"{problem} {state.remedy}".strip(), file=sys.stderr)
        return FAILED
    print(json.dumps(_as_json(result), ensure_ascii=False) if options.json else _as_table(result))
    return DONE


def selftest(arguments: Sequence[str], program: str = "manage.py judge_selftest") -> int:
    """Say which walls are in force and which languages are there; 1 when code is refused here."""
    parser = argparse.ArgumentParser(prog=program, description=selftest.__doc__)
    parser.parse_args(arguments)
    engine = get_judge()
    state = engine.health()
    print("Code is judged here." if state.ready else f"Code is refused. {state.reason}")
    if state.remedy:
        print(state.remedy)
    for name, value in state.detail.items():
        lines = value if isinstance(value, list) else [value]
        for line in lines:
            print(f"  {name}: {line}")
    for language in engine.languages():
        print(f"  language: {language.name} {language.version or f'– {language.reason}'}")
    return DONE if state.ready else FAILED


def _parser(program: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=program, description="Judge a program on the cases of a folder.")
    parser.add_argument("source", type=Path, metavar="SOURCE", help="the program's file")
    parser.add_argument("--language", required=True, metavar="L", help="for example python, c, cpp, java")
    parser.add_argument("--cases", required=True, type=Path, metavar="DIR", help="with NAME.in and NAME.ans")
    parser.add_argument("--time", type=float, default=2.0, metavar="SECONDS", help="CPU time of a case (2)")
    parser.add_argument("--memory", type=int, default=256, metavar="MIB", help="memory of a case (256)")
    parser.add_argument("--checker", default="tokens", metavar="NAME", help='such as "floats 1e-6" (tokens)')
    parser.add_argument("--json", action="store_true", help="one JSON object instead of a table")
    return parser


def _request(options: argparse.Namespace) -> JudgeRequest:
    if not 0.01 <= options.time <= 600:
        raise Misuse("--time is a number of seconds from 0.01 to 600.")
    if not 4 <= options.memory <= 65_536:
        raise Misuse("--memory is a number of MiB from 4 to 65536.")
    cpu = timedelta(seconds=options.time)
    return JudgeRequest(
        source=_read(options.source),
        language=options.language,
        cases=read_cases(options.cases),
        limits=Limits(cpu=cpu, wall=3 * cpu + timedelta(seconds=1), memory_mib=options.memory),
        checker=options.checker,
    )


def read_cases(folder: Path) -> tuple[Case, ...]:
    """The cases of a folder by name; refuses a folder without any, and an input without its answer."""
    if not folder.is_dir():
        raise Misuse(f"{folder} is not a folder.")
    inputs = sorted(folder.glob("*.in"), key=lambda path: path.stem)
    if not inputs:
        raise Misuse(f"{folder} has no cases: NAME.in with NAME.ans beside it.")
    return tuple(Case(path.stem, _read(path), _read(path.with_suffix(".ans"))) for path in inputs)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as problem:
        raise Misuse(f"{path} cannot be read: {problem.strerror}.") from problem


def _as_json(result: JudgeResult) -> dict[str, object]:
    compiled = result.compile
    return {
        "verdict": result.verdict.shown.value,
        "compile": {"ok": compiled.ok, "message": compiled.message, "time_ms": compiled.cpu_ms},
        "cases": [
            {
                "name": case.name,
                "verdict": case.verdict.shown.value,
                "time_ms": case.cpu_ms,
                "memory_kib": case.memory_kib,
            }
            for case in result.cases
        ],
    }


def _as_table(result: JudgeResult) -> str:
    lines = []
    if result.compile.message:
        lines.append(result.compile.message)
    if result.cases:
        width = max(4, *(len(case.name) for case in result.cases))
        lines.append(f"{'case':<{width}}  verdict  {'ms':>7}  {'KiB':>9}  remarks")
        lines += [
            f"{case.name:<{width}}  {case.verdict:<7}  {case.cpu_ms:>7}  {case.memory_kib:>9}  {case.detail}".rstrip()
            for case in result.cases
        ]
    lines.append(f"Verdict: {result.verdict.shown} ({result.engine} {result.engine_version})")
    return "\n".join(lines)
