"""Cases and groups of a package, with the settings that its folders inherit."""

from __future__ import annotations

import re
import shlex
from typing import Any

from assessments.enums import GroupRule
from assessments.packages.contents import CURRENT, PackageCase
from assessments.packages.files import PackageRefused
from assessments.packages.settings import mapping

_UNSUPPORTED = {
    "args": "Arguments for the program itself are not taken: {path}.",
    "static_validation": "Static validators are not taken: {path}.",
}


def words(value: object, path: str) -> tuple[str, ...]:
    """Arguments, from one text or a list; raises PackageRefused."""
    try:
        found = shlex.split(value) if isinstance(value, str) else [str(word) for word in value or []]
    except (TypeError, ValueError) as problem:
        raise PackageRefused(f"“{path}”: arguments should be a text or a list.") from problem
    if len(found) > 20 or any(len(word) > 200 or "\0" in word for word in found):
        raise PackageRefused(f"“{path}” has too many or too long arguments.")
    return tuple(found)


class TestData:
    """What is below data/."""

    __test__ = False  # not a test, though it is called so

    def __init__(self, files: dict[str, bytes], package_format: str, is_scoring: bool) -> None:
        self.files, self.is_current, self.is_scoring = files, package_format == CURRENT, is_scoring
        self.settings_name = "test_group.yaml" if self.is_current else "testdata.yaml"
        self.notes: list[str] = []

    def cases(self) -> tuple[PackageCase, ...]:
        """Samples first, then the others by name; raises PackageRefused when there are none."""
        paths = [path for path in self.files if re.match(r"data/(sample|secret)/.*\.in\Z", path)]
        if any(re.search(r"\.files/", path) for path in self.files if path.startswith("data/")):
            raise PackageRefused("Cases that bring files for the program are not taken.")
        if not paths:
            raise PackageRefused("The package has no cases: data/sample and data/secret have no .in file.")
        return tuple(self._case(path) for path in sorted(paths))

    def _case(self, path: str) -> PackageCase:
        stem = path.removesuffix(".in")
        if f"{stem}.ans" not in self.files:
            raise PackageRefused(f"“{path}” has no answer beside it ({stem.rsplit('/', 1)[-1]}.ans).")
        is_sample = path.startswith("data/sample/")
        return PackageCase(
            name=stem.removeprefix("data/"),
            input=self.files[path],
            answer=self.files[f"{stem}.ans"],
            is_sample=is_sample,
            group="" if is_sample or not self.is_scoring else self._group(path),
            arguments=self._arguments(stem),
        )

    def _group(self, path: str) -> str:
        parts = path.split("/")
        return parts[2] if len(parts) > 3 else ""

    def _inherited(self, key: str, stem: str) -> tuple[object, str]:
        """The value of the nearest folder that says something, and where it says it."""
        folder = stem.rpartition("/")[0]
        while folder:
            path = f"{folder}/{self.settings_name}"
            settings = mapping(self.files, path)
            # In legacy packages a file hides all of what is above it, in the newer ones only its own keys.
            if key in settings or (not self.is_current and path in self.files):
                return settings.get(key), path
            folder = folder.rpartition("/")[0]
        return None, ""

    def _arguments(self, stem: str) -> tuple[str, ...]:
        if self.is_current:
            own = mapping(self.files, f"{stem}.yaml")
            for key, message in _UNSUPPORTED.items():
                if own.get(key) or self._inherited(key, stem)[0]:
                    raise PackageRefused(message.format(path=stem))
            if "output_validator_args" in own:
                return words(own["output_validator_args"], f"{stem}.yaml")
        key = "output_validator_args" if self.is_current else "output_validator_flags"
        return words(*self._inherited(key, stem))

    def groups(self, cases: tuple[PackageCase, ...]) -> tuple[dict[str, Any], ...]:
        """The groups that have points, in order; none for packages that only pass or fail."""
        sizes: dict[str, int] = {}
        for case in cases:
            if case.group:
                sizes[case.group] = sizes.get(case.group, 0) + 1
        rule_of = self._current_rule if self.is_current else self._legacy_rule
        return tuple({"name": name, **rule_of(name, sizes[name])} for name in sorted(sizes))

    def _current_rule(self, name: str, size: int) -> dict[str, Any]:
        path = f"data/secret/{name}/test_group.yaml"
        settings = mapping(self.files, path)
        scoring = settings.get("scoring") if isinstance(settings.get("scoring"), dict) else {}
        aggregation = settings.get("score_aggregation", scoring.get("aggregation", "pass-fail"))
        points = settings.get("max_score", scoring.get("max_score", scoring.get("score", 1)))
        if settings.get("require_pass"):
            self.notes.append(f"{name}: require_pass is not kept; the group counts by itself.")
        rule = GroupRule.SUM if aggregation == "sum" else GroupRule.MIN
        return {"points": _points(points, path), "rule": rule.value}

    def _legacy_rule(self, name: str, size: int) -> dict[str, Any]:
        stem = f"data/secret/{name}/x"
        flags, path = self._inherited("grader_flags", stem)
        flags = words(flags, path)
        if "custom" in str(self._inherited("grading", stem)[0] or ""):
            self.notes.append(f"{name}: its own grader is not kept.")
        share = self._inherited("accept_score", stem)[0]
        limits = words(self._inherited("range", stem)[0], path)
        if "min" in flags or "first_error" in flags:
            best = share if share is not None else limits[-1] if limits else 1
            return {"points": _points(best, path), "rule": GroupRule.MIN.value}
        finite = limits and limits[-1] not in {"inf", "+inf", ".inf"}
        best = limits[-1] if finite else _number(share, path, 1) * size
        return {"points": _points(best, path), "rule": GroupRule.SUM.value}


def _number(value: object, path: str, default: float) -> float:
    try:
        return default if value is None else float(str(value))
    except ValueError as problem:
        raise PackageRefused(f"“{path}”: {str(value)[:40]} is not a number.") from problem


def _points(value: object, path: str) -> int:
    if value == "unbounded":
        raise PackageRefused(f"“{path}”: a score without bound is not taken.")
    number = _number(value, path, 1)
    if not 0 <= number <= 10_000:
        raise PackageRefused(f"“{path}”: points should be between 0 and 10,000.")
    return round(number)
