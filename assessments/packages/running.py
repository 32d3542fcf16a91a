"""Every submission of a package judged, and compared with what its author expects."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import timedelta

from assessments import checking
from assessments.enums import CheckerKind
from assessments.packages.contents import Package, PackageSubmission
from assessments.scoring import groups_of, stops_early
from interviewer.integrations.judge.port import (
    Case,
    Judge,
    JudgeRequest,
    JudgeResult,
    Limits,
    Validator,
    Verdict,
)

#: Where the package leaves the time to its slowest accepted submission, those get this much.
GENEROUS = 10.0


def judged(package: Package, judge: Judge) -> Iterator[dict[str, object]]:
    """For each submission its path, the verdicts that it may get, the one it got, and whether that is well. One
    that can't be judged here has `skipped` with the reason, and is no failure."""
    usable = {one.slug for one in judge.languages() if one.available}
    limit, results = package.time_limit, {}
    if limit is None:
        accepted = [one for one in package.submissions if one.expected == ("AC",) and not _why(one, usable)]
        results = {one.path: _judge(package, one, GENEROUS, judge) for one in accepted}
        slowest = max((case.cpu_ms for result in results.values() for case in result.cases), default=2000 / 5)
        limit = max(1.0, math.ceil(slowest * package.time_multiplier / 1000))
    for one in package.submissions:
        row: dict[str, object] = {"path": one.path, "expected": list(one.expected)}
        if reason := _why(one, usable):
            yield {**row, "got": None, "ok": True, "skipped": reason}
            continue
        result = results.get(one.path) or _judge(package, one, limit, judge)
        got = result.verdict.shown.value
        row |= {"got": got, "ok": got in one.expected}
        yield row | ({"message": _message(result)} if got == Verdict.IE or not row["ok"] else {})


def _why(one: PackageSubmission, usable: set[str]) -> str:
    if one.skipped:
        return one.skipped
    return "" if one.language in usable else f"{one.language} is not available here"


def _message(result: JudgeResult) -> str:
    if not result.compile.ok:
        return result.compile.message[:2000]
    failed = [case for case in result.cases if case.verdict is not Verdict.AC]
    return f"{failed[0].name}: {failed[0].verdict}. {failed[0].detail}"[:500] if failed else ""


def _judge(package: Package, one: PackageSubmission, seconds: float, judge: Judge) -> JudgeResult:
    cpu = timedelta(seconds=seconds)
    fixed = tuple(package.checker_options.get("arguments", []))
    cases = tuple(
        Case(case.name, case.input, case.answer, group=case.group, arguments=(*fixed, *case.arguments))
        for case in package.cases
    )
    request = JudgeRequest(
        source=one.source,
        language=one.language,
        cases=cases,
        limits=Limits(cpu=cpu, wall=cpu * 2 + timedelta(seconds=1), memory_mib=package.memory_mib),
        checker=checking.described(package.checker, package.checker_options),
        validator=_validator(package),
        stop_early=stops_early(groups_of(package.groups)),
    )
    try:
        return judge.judge(request)
    except ValueError as problem:
        return _refused(str(problem))


def _refused(message: str) -> JudgeResult:
    from interviewer.integrations.judge.port import CompileResult

    return JudgeResult(Verdict.CE, CompileResult(False, message), (), "", "")


def _validator(package: Package) -> Validator | None:
    if not package.validator_source:
        return None
    is_interactive = package.checker == CheckerKind.INTERACTIVE
    return Validator(package.validator_source, package.validator_language, is_interactive)
