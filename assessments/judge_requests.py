"""From a problem as it is stored to what the judge is asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import timedelta

from assessments import checking
from assessments.enums import CheckerKind
from assessments.models.bases import AbstractProblem, AbstractTestCase
from assessments.scoring import groups_of, stops_early
from interviewer.integrations.judge.port import Case, ExitCodes, JudgeRequest, Limits, Validator


def named(cases: Iterable[AbstractTestCase]) -> dict[str, AbstractTestCase]:
    """The cases by the name that candidates see, samples and hidden ones counted apart."""
    counts = {True: 0, False: 0}
    found = {}
    for case in cases:
        counts[case.is_sample] += 1
        found[f"{'Sample' if case.is_sample else 'Hidden'} {counts[case.is_sample]}"] = case
    return found


def request(
    *, problem: AbstractProblem, cases: Mapping[str, AbstractTestCase], code: str, language: str
) -> JudgeRequest:
    """A program to be judged on these cases of a problem."""
    return build(
        problem=problem,
        code=code,
        language=language,
        cases=tuple(_case(problem, name, case) for name, case in cases.items()),
    )


def build(*, problem: AbstractProblem, cases: tuple[Case, ...], code: str, language: str) -> JudgeRequest:
    """A program to be judged by what a problem says: limits, checker or program that decides, groups."""
    cpu = timedelta(seconds=float(problem.seconds_limit))
    return JudgeRequest(
        source=code,
        language=language,
        cases=cases,
        limits=Limits(cpu=cpu, wall=cpu * 3 + timedelta(seconds=1), memory_mib=problem.memory_mib),
        checker=checking.described(problem.checker, problem.checker_options),
        validator=_validator(problem),
        stop_early=stops_early(groups_of(problem.groups)),
    )


def _case(problem: AbstractProblem, name: str, case: AbstractTestCase) -> Case:
    return Case(
        name=name,
        stdin=case.input.encode(),
        expected=case.expected_output.encode(),
        weight=case.weight,
        group=case.group,
        arguments=(*problem.checker_options.get("arguments", []), *case.arguments),
    )


def _validator(problem: AbstractProblem) -> Validator | None:
    if problem.checker not in checking.PROGRAMS:
        return None
    return Validator(
        source=problem.validator_source,
        language=problem.validator_language,
        is_interactive=problem.checker == CheckerKind.INTERACTIVE,
        exit_codes=ExitCodes(problem.checker_options.get("exit_codes", ExitCodes.KATTIS)),
    )
