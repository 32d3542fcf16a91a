"""A package in the format 2023-07 from what we know of a problem."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any

import yaml

from assessments.enums import CheckerKind, GroupRule
from assessments.packages.contents import CURRENT, Package, PackageCase

ENDINGS = {
    "python": "py", "c": "c", "cpp": "cpp", "java": "java", "javascript": "js", "kotlin": "kt", "go": "go",
    "rust": "rs", "csharp": "cs", "ruby": "rb", "php": "php", "typescript": "ts", "sql": "sql",
}  # fmt: skip
OTHERS = "others"
_EPOCH = (2023, 7, 1, 0, 0, 0)
#: The checkers of ours that the default validator of the format can't be told to be.
_COMPARING = '''"""Accepts the output when it is the answer: {what}."""
import sys

output, answer = sys.stdin.buffer.read(), open(sys.argv[2], "rb").read()


def lines(data):
    found = [line.rstrip() for line in data.split(b"\\n")]
    while found and not found[-1]:
        found.pop()
    return {expression}


sys.exit(42 if {test} else 43)
'''
_PARTS = {
    CheckerKind.EXACT: ("byte by byte", "found", "output == answer"),
    CheckerKind.LINES: ("line by line", "found", "lines(output) == lines(answer)"),
    CheckerKind.UNORDERED: (
        "the same lines in any order",
        "sorted(filter(None, found))",
        "lines(output) == lines(answer)",
    ),
}


def as_zip(package: Package, short_name: str) -> bytes:
    """The package as a zip of one folder of this name."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in _files(package):
            data = content.encode() if isinstance(content, str) else content
            archive.writestr(zipfile.ZipInfo(f"{short_name}/{path}", _EPOCH), data, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _files(package: Package) -> Iterator[tuple[str, str | bytes]]:
    yield "problem.yaml", _yaml(_settings(package))
    yield "statement/problem.en.md", package.statement
    for name, content in package.images.items():
        yield f"statement/{name}", content
    arguments = _arguments(package)
    if arguments:
        yield "data/test_group.yaml", _yaml({"output_validator_args": arguments})
    yield from _cases(package, arguments)
    if source := _validator(package):
        yield f"output_validator/validate.{ENDINGS[source[1]]}", source[0]
    for one in package.submissions:
        yield one.path, one.source


def _yaml(value: dict[str, Any]) -> str:
    return yaml.safe_dump(value, sort_keys=False, allow_unicode=True)


def _settings(package: Package) -> dict[str, Any]:
    kinds = ["scoring" if package.groups else "pass-fail"]
    if package.checker == CheckerKind.INTERACTIVE:
        kinds.append("interactive")
    return {
        "problem_format_version": CURRENT,
        "type": kinds if len(kinds) > 1 else kinds[0],
        "name": {"en": package.name},
        "limits": {"time_limit": package.time_limit, "memory": package.memory_mib},
    }


def _arguments(package: Package) -> list[str]:
    """What every case tells the validator: flags of the default one, or arguments of the problem's own."""
    options = package.checker_options
    if package.validator_source:
        return list(options.get("arguments", []))
    if package.checker not in {CheckerKind.TOKENS, CheckerKind.FLOATS}:
        return []
    flags = [name for name in ("case_sensitive", "space_change_sensitive") if options.get(name)]
    given = {name: options[name] for name in ("absolute", "relative") if name in options}
    if package.checker == CheckerKind.FLOATS and not given:
        given = {"absolute": 1e-6}
    for name, number in given.items():
        flags += [f"float_{name}_tolerance", repr(number)]
    return flags


def _validator(package: Package) -> tuple[str, str] | None:
    if package.validator_source:
        return package.validator_source, package.validator_language
    if package.checker not in _PARTS:
        return None
    what, expression, test = _PARTS[CheckerKind(package.checker)]
    return _COMPARING.format(what=what, expression=expression, test=test), "python"


def _cases(package: Package, arguments: list[str]) -> Iterator[tuple[str, str | bytes]]:
    names = {group["name"]: tame(group["name"]) for group in package.groups}
    others = 0
    counts: dict[str, int] = {}
    for case in package.cases:
        folder = _folder(case, names)
        others += folder.endswith(f"/{OTHERS}")
        counts[folder] = counts.get(folder, 0) + 1
        stem = f"data/{folder}/{counts[folder]:03}"
        yield f"{stem}.in", case.input
        yield f"{stem}.ans", case.answer
        if case.arguments:
            yield f"{stem}.yaml", _yaml({"output_validator_args": [*arguments, *case.arguments]})
    for group in package.groups:
        yield from _group(names[group["name"]], group["points"], group["rule"])
    if package.groups and others:
        yield from _group(OTHERS, others, GroupRule.SUM)


def _folder(case: PackageCase, names: dict[str, str]) -> str:
    if case.is_sample:
        return "sample"
    if not names:
        return "secret"
    return f"secret/{names.get(case.group, OTHERS)}"


def _group(name: str, points: int, rule: str) -> Iterable[tuple[str, str]]:
    aggregation = "sum" if rule == GroupRule.SUM else "pass-fail"
    settings = {"max_score": points, "score_aggregation": aggregation}
    return [(f"data/secret/{name}/test_group.yaml", _yaml(settings))]


def tame(name: str) -> str:
    """A name for a file, of the letters that the format allows, at least two of them."""
    kept = re.sub(r"[^A-Za-z0-9]+", "-", name).strip("-").lower()
    return kept if len(kept) > 1 else f"{kept}00"[:2] if kept else "group"
