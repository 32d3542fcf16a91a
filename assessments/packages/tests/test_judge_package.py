"""The command that judges every submission of a package."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from assessments.packages.tests.packages import CUSTOM, INTERACTIVE, LEGACY, write, zipped

pytestmark = pytest.mark.box


def run(path: Path) -> tuple[int, dict[str, dict]]:
    """The exit code, and the rows by path."""
    out, code = io.StringIO(), 0
    try:
        call_command("judge_package", str(path), "--json", stdout=out)
    except SystemExit as end:
        code = end.code
    return code, {row["path"]: row for row in json.loads(out.getvalue())["submissions"]}


@pytest.mark.parametrize(
    ("package", "verdicts"),
    [
        (
            LEGACY,
            {
                "accepted/old.pas": None,
                "accepted/right.cpp": "AC",
                "accepted/right.py": "AC",
                "run_time_error/fails.py": "RTE",
                "time_limit_exceeded/slow.py": "TLE",
                "wrong_answer/difference.py": "WA",
            },
        ),
        (INTERACTIVE, {"accepted/bisect.py": "AC", "wrong_answer/count.py": "WA"}),
        (CUSTOM, {"accepted/one.py": "AC", "mixed/small.py": "WA"}),
    ],
    ids=["legacy", "interactive", "custom"],
)
def test_every_submission_gets_what_its_author_expects(
    tmp_path: Path, package: dict[str, str | bytes], verdicts: dict[str, str | None]
) -> None:
    code, rows = run(write(package, tmp_path / "package"))

    assert {path.removeprefix("submissions/"): row["got"] for path, row in rows.items()} == verdicts
    assert [row["ok"] for row in rows.values()] == [True] * len(verdicts)
    assert code == 0


def test_a_submission_that_surprises_its_author_fails_the_command(tmp_path: Path) -> None:
    path = tmp_path / "asum.zip"
    wrong = {**LEGACY, "submissions/accepted/wrong.py": "print(3)"}
    wrong.pop(".timelimit")
    path.write_bytes(zipped(wrong).getvalue())

    code, rows = run(path)

    assert code == 1
    assert [name for name, row in rows.items() if not row["ok"]] == ["submissions/accepted/wrong.py"]
    assert rows["submissions/accepted/wrong.py"]["got"] == "WA"
    assert rows["submissions/time_limit_exceeded/slow.py"]["got"] == "TLE"
    assert "skipped" in rows["submissions/accepted/old.pas"]


def test_a_package_that_is_refused_says_why(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"no problem\.yaml"):
        call_command("judge_package", str(tmp_path), stdout=io.StringIO())
