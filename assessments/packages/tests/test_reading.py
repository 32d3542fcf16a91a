"""Packages in both formats as they are understood, and everything that is refused."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from assessments.packages.files import Bounds, PackageRefused, read_folder, read_zip
from assessments.packages.reading import default_options, read
from assessments.packages.tests.packages import CUSTOM, INTERACTIVE, LEGACY, PNG, raw, write, zipped


def test_a_legacy_package() -> None:
    package = read(read_zip(zipped(LEGACY)))

    assert (package.format, package.name, package.time_limit, package.memory_mib) == (
        "legacy",
        "A Sum",
        1.0,
        256,
    )
    assert [(case.name, case.is_sample) for case in package.cases] == [
        ("sample/1", True),
        ("secret/01", False),
        ("secret/02", False),
    ]
    assert package.images == {"apple.png": PNG}
    assert package.notes == ("Input validators are not run here.",)
    assert {one.path: (one.language, one.expected, one.skipped) for one in package.submissions} == {
        "submissions/accepted/old.pas": ("", (), "has no source that is known"),
        "submissions/accepted/right.cpp": ("cpp", ("AC",), ""),
        "submissions/accepted/right.py": ("python", ("AC",), ""),
        "submissions/run_time_error/fails.py": ("python", ("RTE", "MLE", "OLE"), ""),
        "submissions/time_limit_exceeded/slow.py": ("python", ("TLE",), ""),
        "submissions/wrong_answer/difference.py": ("python", ("WA", "PE"), ""),
    }


def test_latex_becomes_markdown() -> None:
    statement = read(raw(LEGACY)).statement

    assert statement.splitlines() == [
        "Given are two integers $a$ and $b$ with $|a|, |b| \\le 10^9$. Print ",
        "",
        "$$",
        "a + b.",
        "$$",
        "",
        "- **both** may be negative",
        "- they may be *equal*",
        "",
        "![Apples to be added](apple.png)",
        "",
        "## Input",
        "",
        "One line with $a$ and $b$.",
        "",
        "## Output",
        "",
        "Their sum, `a+b`.",
    ]


def test_a_scoring_package_of_2023_07() -> None:
    package = read(raw(CUSTOM))

    assert (package.format, package.time_limit, package.checker) == ("2023-07", 1.5, "custom")
    assert package.groups == (
        {"name": "group1", "points": 30, "rule": "min"},
        {"name": "group2", "points": 70, "rule": "sum"},
    )
    assert [(case.name, case.group, case.arguments) for case in package.cases] == [
        ("sample/1", "", ("--lenient",)),
        ("secret/group1/1", "group1", ("--strict",)),
        ("secret/group1/2", "group1", ("--strict",)),
        ("secret/group2/1", "group2", ("--lenient",)),
    ]
    assert "static const int YES = 42" in package.validator_source
    assert '"rules.h"' not in package.validator_source
    assert [one.expected for one in package.submissions] == [("AC",), ("WA", "PE")]


def test_an_interactive_package() -> None:
    package = read(raw(INTERACTIVE))

    assert (package.name, package.checker, package.validator_language) == ("Guess", "interactive", "python")
    assert package.statement == "Guess a number between 1 and 1000."


def test_legacy_groups() -> None:
    files = {
        **LEGACY,
        "problem.yaml": "name: A\ntype: scoring\nvalidator_flags: float_tolerance 1e-4\n",
        "data/secret/g1/testdata.yaml": "on_reject: break\naccept_score: 20\nrange: 0 20\ngrader_flags: min\n",
        "data/secret/g1/1.in": "1 1",
        "data/secret/g1/1.ans": "2",
        "data/secret/g2/testdata.yaml": "accept_score: 15\n",
        "data/secret/g2/1.in": "1 1",
        "data/secret/g2/1.ans": "2",
        "data/secret/g2/2.in": "1 1",
        "data/secret/g2/2.ans": "2",
    }

    package = read(raw(files))

    assert package.groups == (
        {"name": "g1", "points": 20, "rule": "min"},
        {"name": "g2", "points": 30, "rule": "sum"},
    )
    assert package.checker_options == {"absolute": 1e-4, "relative": 1e-4}


@pytest.mark.parametrize(
    ("flags", "options"),
    [
        ((), {}),
        (("case_sensitive",), {"case_sensitive": True}),
        (("float_absolute_tolerance", "1e-6"), {"absolute": 1e-6}),
        (("float_tolerance", "1e-6", "float_relative_tolerance", "0.1"), {"absolute": 1e-6, "relative": 0.1}),
    ],
)
def test_flags_of_the_default_validator(flags: tuple[str, ...], options: dict[str, object]) -> None:
    assert default_options(flags) == options


BOMB = "a: &a [x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20)
)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"problem.yaml": BOMB}, "aliases"),
        ({"problem.yaml": "name: !!python/object/apply:os.system [id]"}, "YAML"),
        ({"problem.yaml": "a: " + "[" * 5000}, "YAML"),
        ({"problem.yaml": "name: a\n" * 2 + "x: 1"}, "twice"),
        ({"problem.yaml": "#" * 100_000}, "larger than 64 KiB"),
        ({"problem.yaml": b"name: \xff\xfe"}, "UTF-8"),
        ({"problem.yaml": "- a list"}, "keys"),
        ({"problem.yaml": "problem_format_version: 1999"}, "not known"),
        ({"problem.yaml": "type: multi-pass"}, "multi-pass"),
        ({"problem.yaml": "limits: {time_limit: soon}\nproblem_format_version: 2023-07"}, "not a number"),
        ({"problem.yaml": "validation: custom interactive"}, "play against"),
        ({"problem.yaml": "validation: custom"}, "has none"),
        ({"problem.yaml": "validator_flags: --rm -rf"}, "no flag"),
        ({"problem_statement/problem.en.tex": b"caf\xe9"}, "UTF-8"),
        ({"problem_statement/problem.en.tex": "\\input{/etc/passwd}"}, "runs"),
        ({"problem_statement/problem.en.tex": "\\immediate\\write18{id}"}, "runs"),
        ({"problem_statement/problem.en.tex": "<script>alert(1)</script>"}, "runs"),
        ({"problem_statement/problem.en.tex": "<img src=x onerror=alert(1)>"}, "runs"),
        ({"problem_statement/problem.en.tex": "[a](javascript:alert(1))"}, "runs"),
        ({"problem_statement/problem.en.tex": "a" * 30_000}, "20,000"),
        ({"data/secret/03.in": "1 2"}, "no answer"),
        ({"submissions/accepted/right.py": b"\xff"}, "UTF-8"),
        ({"output_validators/a/check.py": "exit(42)", "output_validators/b.py": "exit(42)"}, "several"),
        ({"output_validators/a/build": "#!/bin/sh", "output_validators/a/x.py": "exit(42)"}, "scripts"),
        ({"output_validators/a/x.py": "exit(42)", "output_validators/a/y.py": "exit(42)"}, "one source"),
        ({"data/secret/01.files/x": "1"}, "bring files"),
    ],
)
def test_what_is_refused_says_why(changes: dict[str, str | bytes], words: str) -> None:
    with pytest.raises(PackageRefused) as refusal:
        read(read_zip(zipped({**LEGACY, **changes})))

    assert words in str(refusal.value)
    assert len(str(refusal.value)) < 300


@pytest.mark.parametrize(
    "name",
    [
        "../evil.txt",
        "a/../../evil.txt",
        "/etc/evil",
        "C:/evil",
        "a\\..\\evil",
        "/".join("abcdefghijkl"),
        "a//b",
        "a/\x07b",
        "a/" + "b" * 300,
    ],
)
def test_a_path_that_leads_elsewhere_is_refused(name: str) -> None:
    with pytest.raises(PackageRefused):
        read_zip(zipped({**LEGACY, name: "x"}, top=""))


def _archive(*entries: tuple[zipfile.ZipInfo | str, bytes]) -> io.BytesIO:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry, content in entries:
            archive.writestr(entry, content)
    return stream


def test_a_link_in_a_zip_is_refused() -> None:
    link = zipfile.ZipInfo("data/secret/1.in")
    link.external_attr = 0o120777 << 16

    with pytest.raises(PackageRefused, match="link"):
        read_zip(_archive(("problem.yaml", b"name: a"), (link, b"/etc/passwd")))


def test_a_link_in_a_folder_is_refused(tmp_path: Path) -> None:
    folder = write(LEGACY, tmp_path)
    (folder / "data/secret/03.in").symlink_to("/etc/passwd")

    with pytest.raises(PackageRefused, match="link"):
        read_folder(folder)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_bombs_are_refused() -> None:
    small = Bounds(archive=100_000, files=50, file=2_000_000, total=3_000_000, ratio=20, depth=4)
    ratio = _archive(("problem.yaml", b""), ("a.in", b"0" * 1_900_000))
    one = _archive(("problem.yaml", b""), ("a.in", b"0" * 2_000_001))
    total = _archive(*((f"{n}.in", b"0" * 1_000_000) for n in range(4)))
    count = _archive(*((f"{n}.in", b"") for n in range(51)))
    twice = _archive(("problem.yaml", b"a"), ("problem.yaml", b"b"))
    for archive, words in [
        (ratio, "far more"),
        (one, "MiB|far more"),
        (total, "MiB|far more"),
        (count, "more than 50 files"),
        (twice, "twice"),
        (io.BytesIO(b"0" * 200_000), "larger"),
        (io.BytesIO(b"PK\x03\x04 and nothing"), "not a zip"),
    ]:
        with pytest.raises(PackageRefused, match=words):
            read_zip(archive, small)


def test_what_file_managers_leave_is_ignored() -> None:
    files = {**LEGACY, "__MACOSX/x": "1", ".DS_Store": "1", "data/.hidden": "1"}

    assert read(read_zip(zipped(files, top=""))) == read(raw(LEGACY))


def test_a_zip_without_problem_yaml_is_refused() -> None:
    with pytest.raises(PackageRefused, match=r"no problem\.yaml"):
        read_zip(_archive(("readme.txt", b"")))
