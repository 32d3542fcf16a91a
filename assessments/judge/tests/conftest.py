"""A judge of the tests' own, with shorter compile limits, in a folder of this run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from assessments.judge.configuration import Configuration
from assessments.judge.local import LocalJudge
from interviewer.integrations.judge.port import Case, CaseResult, JudgeRequest, JudgeResult, Limits


@pytest.fixture(scope="session")
def judge_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("judge")


@pytest.fixture(scope="session")
def judge(judge_folder: Path) -> Iterator[LocalJudge]:
    """The local judge, ready; skips only with its own reason."""
    judge = LocalJudge(Configuration(judge_folder, slots=2, compile_cpu_ms=3000))
    state = judge.health()
    if not state.ready:
        pytest.skip(f"{state.reason} {state.remedy}")
    yield judge
    judge.close()


@pytest.fixture(scope="session")
def polling_judge(judge: LocalJudge, judge_folder: Path) -> Iterator[LocalJudge]:
    """The same where the kernel's control groups may not be used."""
    polling = LocalJudge(
        Configuration(judge_folder / "polling", slots=2, compile_cpu_ms=3000, use_cgroups=False)
    )
    assert polling.health().ready, polling.health().reason
    yield polling
    polling.close()


def limits(cpu_ms: int = 2000, wall_ms: int = 4000, memory_mib: int = 256, output_kib: int = 1024) -> Limits:
    return Limits(
        cpu=timedelta(milliseconds=cpu_ms),
        wall=timedelta(milliseconds=wall_ms),
        memory_mib=memory_mib,
        output_kib=output_kib,
    )


@pytest.fixture
def run(judge: LocalJudge) -> Callable[..., CaseResult]:
    """Judge one case of a program, and give its result."""

    def run_one(
        source: str,
        language: str = "python",
        stdin: bytes = b"",
        expected: bytes | None = None,
        **more: object,
    ) -> CaseResult:
        checker = more.pop("checker", "tokens")
        case = Case("1", stdin, expected)
        result: JudgeResult = judge.judge(JudgeRequest(source, language, (case,), limits(**more), checker))
        assert result.compile.ok, result.compile.message
        return result.cases[0]

    return run_one
