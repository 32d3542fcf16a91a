"""`manage.py judge` and `manage.py judge_selftest` as they are typed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from assessments.judge.build import PROJECT
from assessments.judge.tests import programs

pytestmark = [pytest.mark.box, pytest.mark.usefixtures("judge")]


@pytest.fixture(scope="module")
def place(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("command")
    (folder / "sum.py").write_text(programs.SUMS["python"])
    (folder / "broken.c").write_text("int main(void)\n{ return x; }\n")
    (folder / "empty").mkdir()
    (folder / "cases").mkdir()
    for name, given, answer in (("b", "20 22", "42"), ("a", "1 2", "4")):
        (folder / "cases" / f"{name}.in").write_text(given + "\n")
        (folder / "cases" / f"{name}.ans").write_text(answer + "\n")
    return folder


def manage(place: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, str(PROJECT / "manage.py"), *arguments],
        cwd=place,
        env={"PATH": "/usr/bin:/bin", "DATA_DIR": str(place / "data"), "DEBUG": "True", **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_one_json_object_is_printed(place):
    done = manage(place, "judge", "sum.py", "--language", "python", "--cases", "cases", "--json")
    said = json.loads(done.stdout)
    assert (done.returncode, list(said), said["verdict"]) == (0, ["verdict", "compile", "cases"], "WA")
    assert said["compile"]["ok"] is True
    assert [(case["name"], case["verdict"]) for case in said["cases"]] == [("a", "WA"), ("b", "AC")]
    assert {tuple(case) for case in said["cases"]} == {("name", "verdict", "time_ms", "memory_kib")}
    assert all(0 < case["time_ms"] < 2000 and case["memory_kib"] > 1000 for case in said["cases"])


def test_a_table_is_printed(place):
    done = manage(place, "judge", "sum.py", "--language", "python", "--cases", "cases")
    lines = done.stdout.splitlines()
    assert lines[0].split() == ["case", "verdict", "ms", "KiB", "remarks"]
    assert lines[1].startswith("a     WA") and lines[1].endswith("Word 1 differs: 3")
    assert lines[2].startswith("b     AC")
    assert lines[3].startswith("Verdict: WA (local 1")


def test_a_compile_error_is_quoted(place):
    done = manage(place, "judge", "broken.c", "--language", "c", "--cases", "cases", "--json")
    said = json.loads(done.stdout)
    assert (said["verdict"], said["cases"], said["compile"]["ok"]) == ("CE", [], False)
    assert "main.c:2:" in said["compile"]["message"]


def test_limits_and_checker_are_the_commands_own(place):
    (place / "slow.py").write_text("while True: pass\n")
    options = ("--language", "python", "--cases", "cases", "--time", "0.1", "--memory", "64", "--json")
    said = json.loads(manage(place, "judge", "slow.py", *options, "--checker", "floats 1e-6").stdout)
    assert said["verdict"] == "TLE"
    assert all(100 <= case["time_ms"] < 400 for case in said["cases"])


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"--language": "cobol"}, "There is no language 'cobol' here: python, c, cpp"),
        ({"--checker": "guess"}, "There is no checker 'guess': "),
        ({"--cases": "empty"}, "empty has no cases: NAME.in with NAME.ans beside it."),
        ({"--cases": "nowhere"}, "nowhere is not a folder."),
        ({"--time": "0"}, "--time is a number of seconds"),
        ({"--time": "nan"}, "--time is a number of seconds"),
        ({"--memory": "0"}, "--memory is a number of MiB"),
        ({"--memory": "much"}, "invalid int value: 'much'"),
    ],
)
def test_what_makes_no_sense_is_said(place, changes, message):
    options = {"--language": "python", "--cases": "cases", **changes}
    done = manage(place, "judge", "sum.py", "--json", *(word for pair in options.items() for word in pair))
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("source", ["nowhere.py", "cases", "empty.py"])
def test_a_source_that_is_none_is_said(place, source):
    (place / "empty.py").touch()
    done = manage(place, "judge", source, "--language", "python", "--cases", "cases")
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)


def test_the_selftest_names_walls_and_languages(place):
    done = manage(place, "judge_selftest")
    assert done.returncode == 0
    assert done.stdout.startswith("Code is judged here.\n")
    assert "  walls: own user, mnt, pid, net, ipc, uts, cgroup namespaces\n" in done.stdout
    assert "  language: Python 3 3." in done.stdout


def test_the_commands_are_listed_by_help(place):
    assert {"judge", "judge_selftest"} <= set(manage(place, "help").stdout.split())
